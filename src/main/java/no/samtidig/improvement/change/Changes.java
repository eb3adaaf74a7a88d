package no.samtidig.improvement.change;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.statistics.GroupTime;
import no.samtidig.statistics.PanelRow;
import no.samtidig.statistics.RollUp;
import no.samtidig.statistics.TwoWay;
import no.samtidig.statistics.UnitPaired;
import org.springframework.stereotype.Service;

/** Works out how units have changed since their own start. Stopped units stay in every denominator. */
@Service
public class Changes {
    private static final double LEVEL = 0.95;

    private final MeasureStore store;
    private final Clock clock;

    Changes(MeasureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Of the units at the places of the scope. */
    public ChangeReport of(OrganisationScope scope) {
        Panel panel = new Panel(store.within(scope));
        List<List<MeasureStore.Row>> begun = panel.begun();
        LocalDate today = LocalDate.now(clock);
        TreeMap<Integer, Integer> due = new TreeMap<>();
        TreeMap<Integer, UnitPaired> own = new TreeMap<>();
        for (int months : ChangeReport.MONTHS) {
            due.put(months, (int)
                    begun.stream().filter(it -> due(it, months, today)).count());
            own.put(months, UnitPaired.of(panel.sinceStart(it -> due(it, months, today)), 0, months, LEVEL));
        }
        List<PanelRow> byHalfYear = panel.byHalfYear();
        return new ChangeReport(
                begun.size(),
                (int) begun.stream()
                        .filter(it -> it.getFirst().stage() == Stage.STOPPED)
                        .count(),
                due,
                own,
                RollUp.of(byHalfYear, LEVEL),
                GroupTime.of(byHalfYear, LEVEL),
                TwoWay.of(byHalfYear, LEVEL),
                begun.stream()
                        .filter(it -> it.getFirst().shares())
                        .map(Changes::line)
                        .filter(it -> !it.measures().isEmpty())
                        .sorted(Comparator.comparing(ChangeReport.Line::unit, Collator.getInstance(Locale.of("nb"))))
                        .toList(),
                clock.instant());
    }

    /** Whether the unit has come so far, stopped or not; a round lies four weeks before the meeting it is for. */
    private static boolean due(List<MeasureStore.Row> unit, int months, LocalDate today) {
        return unit.stream().anyMatch(it -> it.occasion().equals(OptionalInt.of(months)))
                || !Objects.requireNonNull(unit.getFirst().monthZero())
                        .plusMonths(months)
                        .isAfter(today);
    }

    private static ChangeReport.Line line(List<MeasureStore.Row> rows) {
        Map<Integer, UnitMeasure> told = new LinkedHashMap<>();
        rows.forEach(row -> row.gap()
                .filter(it -> it.n() >= ChangeReport.Line.FEWEST_PEOPLE)
                .ifPresent(it -> told.put(row.occasion().orElseThrow(), it)));
        return new ChangeReport.Line(rows.getFirst().unit(), told);
    }
}
