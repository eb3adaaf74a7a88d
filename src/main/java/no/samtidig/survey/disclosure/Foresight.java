package no.samtidig.survey.disclosure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.disclosure.Sight.Extent;
import no.samtidig.survey.disclosure.Sight.Outlook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Plays a round before it opens: some of those who are invited answer, drawn by lot, and their answers lose traits as they will when the
 * round is over ({@link Coarsening}). It knows who is invited, and nothing of who will answer.
 */
@Service
public class Foresight {
    /** Times a round is played for each share of answers; fewer where more than fifteen hundred are invited. */
    private static final int TIMES = 40;

    private static final int FEWEST_TIMES = 4;

    /** The same seed plays the same rounds. */
    private static final RandomGeneratorFactory<RandomGenerator> CHANCE = RandomGeneratorFactory.of("L64X128MixRandom");

    /** Answers drawn at most for each share, in all its rounds. */
    private static final int WORK = 60_000;

    private final ForesightStore store;
    private final Recipients recipients;
    private final Units units;

    Foresight(ForesightStore store, Recipients recipients, Units units) {
        this.store = store;
        this.recipients = recipients;
        this.units = units;
    }

    /** What a round that has not opened will show, as far as one can know. */
    public Sight of(Round round) {
        List<Traits> invited = invited(round);
        return of(
                invited,
                regions(invited),
                Traits.coarsening(round.first()),
                round.id().value().getMostSignificantBits());
    }

    /** Who the target means today, and who is invited by address or on paper. */
    private List<Traits> invited(Round round) {
        Map<UnitPath, Unit> known = units.known();
        return Stream.concat(
                        recipients.people(round.target()).stream()
                                .map(it -> Traits.of(known.get(it.unit()), it.staffGroup())),
                        store.invited(round.id()).stream()
                                .flatMap(it -> IntStream.range(0, it.people())
                                        .mapToObj(_ -> Traits.of(known.get(it.unit()), it.staffGroup()))))
                .toList();
    }

    /** The regions that those invited work in, by county. */
    private Map<String, String> regions(List<Traits> invited) {
        Map<String, UnitPath> counties = new HashMap<>();
        invited.forEach(it -> {
            if (it.county() != null && it.unit() != null) {
                counties.putIfAbsent(it.county(), it.unit());
            }
        });
        Map<String, String> regions = new LinkedHashMap<>();
        for (Region region : units.regions()) {
            if (region.layer() == RegionLayer.RVTS) {
                OrganisationScope scope = units.scope(region.place());
                counties.forEach((county, unit) -> {
                    if (scope.covers(unit)) {
                        regions.put(county, region.name());
                    }
                });
            }
        }
        return regions;
    }

    static Sight of(List<Traits> invited, Map<String, String> regions, Coarsening<Traits> coarsening, long seed) {
        Kind<StaffGroup> staffGroups = new Kind<>(invited, Traits::staffGroup);
        Kind<String> byRegion = new Kind<>(invited, it -> it.county() == null ? null : regions.get(it.county()));
        Kind<UnitPath> byUnit = new Kind<>(invited, Traits::unit);
        int times = invited.isEmpty() ? 0 : Math.clamp(WORK / invited.size(), FEWEST_TIMES, TIMES);
        for (int rate : Sight.RATES) {
            RandomGenerator random = CHANCE.create(seed ^ rate);
            for (int time = 0; time < times; time++) {
                List<Traits> answered =
                        invited.stream().filter(_ -> random.nextInt(100) < rate).toList();
                Map<Traits, Integer> told = new HashMap<>();
                coarsening
                        .divide(answered, it -> it, random)
                        .cells()
                        .forEach((traits, cell) -> told.put(traits, cell.size()));
                staffGroups.played(rate, answered, told);
                byRegion.played(rate, answered, told);
                byUnit.played(rate, answered, told);
            }
        }
        List<Sight.Row<StaffGroup>> groups = staffGroups.rows(times);
        return new Sight(
                invited.size(),
                Stream.of(StaffGroup.values())
                        .flatMap(it -> groups.stream().filter(row -> row.of() == it))
                        .toList(),
                byRegion.rows(times),
                new Sight.UnitsSeen(
                        byUnit.invited.size(),
                        byUnit.extents(times, it -> it.own),
                        byUnit.extents(times, it -> it.whole)));
    }

    /** How often something was to be seen of a part, of all the times. */
    private static final class Seen {
        private int own;
        private int whole;
    }

    /** One way to divide those who are invited. */
    private static final class Kind<T> {
        private final Function<Traits, @Nullable T> part;
        private final Map<T, Integer> invited = new LinkedHashMap<>();
        private final Map<Integer, Map<T, Seen>> seen = new HashMap<>();

        Kind(List<Traits> invited, Function<Traits, @Nullable T> part) {
            this.part = part;
            this.invited.putAll(counted(invited));
        }

        private Map<T, Integer> counted(List<Traits> people) {
            Map<T, Integer> counts = new LinkedHashMap<>();
            people.forEach(it -> add(counts, part.apply(it), 1));
            return counts;
        }

        private void add(Map<T, Integer> counts, @Nullable T of, int n) {
            if (of != null) {
                counts.merge(of, n, Integer::sum);
            }
        }

        void played(int rate, List<Traits> answered, Map<Traits, Integer> told) {
            Map<T, Integer> really = counted(answered);
            Map<T, Integer> shown = new HashMap<>();
            told.forEach((traits, n) -> add(shown, part.apply(traits), n));
            Map<T, Seen> ofRate = seen.computeIfAbsent(rate, _ -> new HashMap<>());
            shown.forEach((of, n) -> {
                Seen it = ofRate.computeIfAbsent(of, _ -> new Seen());
                it.own++;
                it.whole += n.equals(really.get(of)) ? 1 : 0;
            });
        }

        private Seen seen(int rate, T of) {
            return seen.getOrDefault(rate, Map.of()).getOrDefault(of, new Seen());
        }

        List<Sight.Row<T>> rows(int times) {
            return invited.entrySet().stream()
                    .map(it -> new Sight.Row<>(
                            it.getKey(),
                            it.getValue(),
                            Sight.RATES.stream()
                                    .map(rate -> seen(rate, it.getKey()))
                                    .map(at -> Outlook.of(at.own, at.whole, times))
                                    .toList()))
                    .toList();
        }

        /** How many of the parts, of all times together. */
        List<Extent> extents(int times, Function<Seen, Integer> which) {
            return Sight.RATES.stream()
                    .map(rate -> invited.keySet().stream()
                            .mapToInt(it -> which.apply(seen(rate, it)))
                            .sum())
                    .map(all -> Extent.of(all, times * invited.size()))
                    .toList();
        }
    }
}
