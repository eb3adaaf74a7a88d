package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.PipelineFigures.Figure;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The region's numbers, as they are this moment. */
@Service
public class Numbers {
    private static final List<Integer> MONTHS = List.of(6, 12, 18);

    private final NumberStore store;
    private final Pipeline pipeline;
    private final Coverages coverages;
    private final ObjectProvider<PipelineFigures> rooms;
    private final Clock clock;

    Numbers(
            NumberStore store,
            Pipeline pipeline,
            Coverages coverages,
            ObjectProvider<PipelineFigures> rooms,
            Clock clock) {
        this.store = store;
        this.pipeline = pipeline;
        this.coverages = coverages;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Of the region the person acts for, the units counted by something.
     *
     * @param counties of the region
     */
    public RegionNumbers of(Visitor.Person person, Split split, List<County> counties) {
        OrganisationScope scope = person.acting().scope();
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = LocalDate.now(clock);
        List<RegionNumbers.Group> groups = store.groups(scope, split, today);
        Map<String, Integer> reasons = store.reasons(scope);
        int alive = groups.stream()
                .flatMap(it -> it.stages().entrySet().stream())
                .filter(it -> it.getKey().alive())
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                Sentence.of("pipeline-figures.asked"),
                groups.stream().mapToInt(RegionNumbers.Group::asked).sum(),
                groups.stream().mapToInt(RegionNumbers.Group::all).sum(),
                0));
        Coverage coverage = coverages.of(person, counties);
        figures.add(reached("municipalities", coverage.municipalities()));
        figures.add(reached("trusts", coverage.trustCounts()));
        Pipeline.Waits waits = pipeline.waits(person);
        figures.add(new Figure(Sentence.of("pipeline-figures.no-step"), Math.min(waits.noStep(), alive), alive, 0));
        NumberStore.Leaders leaders = store.leaders(scope, now);
        figures.add(new Figure(
                Sentence.of("pipeline-figures.leaders"), leaders.changed(), leaders.known(), leaders.unknown()));
        for (NumberStore.Lasting it : store.lasting(scope, MONTHS, today)) {
            figures.add(
                    new Figure(Sentence.of("pipeline-figures.lasting", it.months()), it.alive(), it.due(), it.early()));
        }
        rooms.orderedStream().forEach(it -> figures.addAll(it.figures(scope, today)));
        return new RegionNumbers(
                groups,
                NumberStore.byReason(reasons),
                reasons.getOrDefault("ended", 0),
                reasons.getOrDefault("", 0),
                store.stays(scope),
                figures,
                rooms.orderedStream()
                        .flatMap(it -> it.byMonth(scope, today).stream())
                        .toList(),
                staff(store.staff(scope, now)));
    }

    private static Figure reached(String what, Coverage.Counts it) {
        return new Figure(
                Sentence.of("pipeline-figures." + what), it.underWay(), it.all() - it.unknown(), it.unknown());
    }

    /** Nothing where people of fewer than five units could be counted, also by taking away. */
    static Optional<Figure> staff(NumberStore.Staff it) {
        return small(it.coveredUnits()) || small(it.otherUnits()) || it.all() == 0
                ? Optional.empty()
                : Optional.of(new Figure(Sentence.of("pipeline-figures.staff"), it.covered(), it.all(), it.empty()));
    }

    private static boolean small(int units) {
        return units > 0 && units < RegionNumbers.FEWEST;
    }
}
