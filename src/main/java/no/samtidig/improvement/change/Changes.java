package no.samtidig.improvement.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.statistics.PanelRow;
import no.samtidig.statistics.RollUp;
import no.samtidig.statistics.UnitPaired;
import org.springframework.stereotype.Service;

/** Works out how units have changed since their own start. Stopped units stay in every denominator. */
@Service
public class Changes {
    private static final double LEVEL = 0.95;
    private static final int MONTHS_A_ROUND = 6;
    private static final List<Integer> LATER = List.of(6, 12, 18);

    private final MeasureStore store;
    private final Clock clock;

    Changes(MeasureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Of the units at the places of the scope. */
    public ChangeReport of(OrganisationScope scope) {
        Map<UUID, List<MeasureStore.Row>> units = new LinkedHashMap<>();
        store.within(scope)
                .forEach(it -> units.computeIfAbsent(it.journey(), _ -> new ArrayList<>())
                        .add(it));
        List<PanelRow> panel =
                units.values().stream().flatMap(it -> panel(it).stream()).toList();
        TreeMap<Integer, Integer> measured = new TreeMap<>();
        units.values()
                .forEach(rows -> rows.stream()
                        .filter(it -> it.gap().isPresent())
                        .forEach(it -> measured.merge(it.occasion().orElseThrow(), 1, Integer::sum)));
        TreeMap<Integer, UnitPaired> own = new TreeMap<>();
        List<PanelRow> sinceStart = units.values().stream()
                .flatMap(rows -> rows.stream()
                        .filter(it -> it.gap().isPresent())
                        .map(it -> new PanelRow(
                                it.journey().toString(),
                                it.occasion().orElseThrow(),
                                OptionalInt.empty(),
                                it.gap().orElseThrow().gap())))
                .toList();
        LATER.forEach(months -> own.put(months, UnitPaired.of(sinceStart, 0, months, LEVEL)));
        return new ChangeReport(
                units.size(),
                (int) units.values().stream()
                        .filter(it -> it.getFirst().stage() == Stage.STOPPED)
                        .count(),
                measured,
                own,
                RollUp.of(panel, LEVEL),
                units.values().stream()
                        .filter(it -> it.getFirst().shares())
                        .map(Changes::line)
                        .filter(it -> !it.measures().isEmpty())
                        .toList(),
                clock.instant());
    }

    /** A unit's measures at their places in time: its first in the half-year of its start, the others whole rounds after that. */
    private static List<PanelRow> panel(List<MeasureStore.Row> rows) {
        return rows.stream()
                .filter(it -> it.gap().isPresent() && it.occasion().orElseThrow() == 0)
                .findFirst()
                .map(first -> rows.stream()
                        .filter(it -> it.gap().isPresent() && it.occasion().orElseThrow() <= LATER.getLast())
                        .map(it -> new PanelRow(
                                it.journey().toString(),
                                first.halfYear() + it.occasion().orElseThrow() / MONTHS_A_ROUND,
                                OptionalInt.of(first.halfYear() + 1),
                                it.gap().orElseThrow().gap()))
                        .toList())
                .orElse(List.of());
    }

    private static ChangeReport.Line line(List<MeasureStore.Row> rows) {
        Map<Integer, UnitMeasure> told = new LinkedHashMap<>();
        rows.forEach(row -> row.gap()
                .filter(it -> it.n() >= ChangeReport.Line.FEWEST_PEOPLE)
                .ifPresent(it -> told.put(row.occasion().orElseThrow(), it)));
        return new ChangeReport.Line(rows.getFirst().unit(), told);
    }
}
