package no.samtidig.improvement.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.statistics.PanelRow;

/** The units' measures, put in the two orders that the estimators read: by months since the own start, and by half-year. */
final class Panel {
    private static final int MONTHS_A_ROUND = 6;
    private static final int LAST = 18;

    private final Map<UUID, List<MeasureStore.Row>> units = new LinkedHashMap<>();

    Panel(List<MeasureStore.Row> rows) {
        rows.forEach(it ->
                units.computeIfAbsent(it.journey(), _ -> new ArrayList<>()).add(it));
    }

    /** Units with a first results meeting. */
    List<List<MeasureStore.Row>> begun() {
        return units.values().stream().filter(it -> it.getFirst().begun()).toList();
    }

    /** Of some of those that have begun: months since their start as rounds. */
    List<PanelRow> sinceStart(Predicate<List<MeasureStore.Row>> which) {
        return begun().stream()
                .filter(which)
                .flatMap(List::stream)
                .filter(it -> it.gap().isPresent() && month(it) >= 0)
                .map(it -> row(it, month(it), OptionalInt.empty()))
                .toList();
    }

    /**
     * By half-year. A unit's first measure lies in the half-year in which it was made, those after it whole rounds later, and what was
     * measured while it waited in its own half-year. A unit that has not held its first results meeting is not treated.
     */
    List<PanelRow> byHalfYear() {
        List<PanelRow> panel = new ArrayList<>();
        for (List<MeasureStore.Row> rows : units.values()) {
            List<MeasureStore.Row> told =
                    rows.stream().filter(it -> it.gap().isPresent()).toList();
            Optional<MeasureStore.Row> first =
                    told.stream().filter(it -> month(it) == 0).findFirst();
            boolean begun = rows.getFirst().begun();
            if (begun && first.isEmpty()) {
                continue;
            }
            OptionalInt from = begun ? OptionalInt.of(first.orElseThrow().halfYear() + 1) : OptionalInt.empty();
            told.stream()
                    .filter(it -> month(it) <= LAST && !(waiting(it) && beside(it, first)))
                    .map(it -> row(it, round(it, first), from))
                    .forEach(panel::add);
        }
        return panel;
    }

    /** Whether it was measured while waiting in the same half-year as at its start, or after it: then it says nothing of its own. */
    private static boolean beside(MeasureStore.Row waiting, Optional<MeasureStore.Row> first) {
        return first.filter(it -> it.halfYear() <= waiting.halfYear()).isPresent();
    }

    private static int round(MeasureStore.Row it, Optional<MeasureStore.Row> first) {
        return waiting(it) ? it.halfYear() : first.orElseThrow().halfYear() + month(it) / MONTHS_A_ROUND;
    }

    private static boolean waiting(MeasureStore.Row it) {
        return month(it) == GapRound.WAITING;
    }

    private static int month(MeasureStore.Row it) {
        return it.occasion().orElseThrow();
    }

    private static PanelRow row(MeasureStore.Row it, int round, OptionalInt from) {
        return new PanelRow(
                it.journey().toString(), round, from, it.gap().orElseThrow().gap());
    }
}
