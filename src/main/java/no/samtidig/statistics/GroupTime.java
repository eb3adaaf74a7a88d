package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Effects by when a unit started and how long ago, against units that are measured while they wait: θ(g,t) = mean over cohort g of (y at t −
 * y at the last round before g) minus the same over units that start after t or never. {@code events} by rounds since start, weighted by
 * treated units; {@code overall} over all treated unit-rounds; {@code placebo} the change from the last but one to the last round before
 * start, which ought to be near nothing.
 *
 * <p>Source: Callaway & Sant'Anna 2021, without covariates. Errors from the units' own contributions around their cohort's means, V = Σ
 * n_g/(n_g − 1) Σψ², ν = V²/Σ V_g²/(n_g − 1); the formula and simulation stand behind them, no package.
 *
 * @param nUnitsAlwaysTreated units treated from the first round, never used
 * @param cohorts the rounds at which somebody started
 */
public record GroupTime(
        int nUnits,
        int nUnitsAlwaysTreated,
        int nUnitsNever,
        List<Integer> cohorts,
        List<Cell> cells,
        List<Event> events,
        Overall overall,
        Placebo placebo) {
    public GroupTime {
        cohorts = List.copyOf(cohorts);
        cells = List.copyOf(cells);
        events = List.copyOf(events);
    }

    /**
     * One cohort in one round.
     */
    public record Cell(int cohort, int round, int baseRound, int nTreated, int nControls, Estimate estimate) {}

    /**
     * All cohorts so long after their start.
     *
     * @param roundsSinceStart 0 is the first round after
     */
    public record Event(int roundsSinceStart, int nTreatedUnits, Estimate estimate) {}

    /** Over all treated unit-rounds. */
    public record Overall(int nTreatedObservations, int nCellsWithoutControls, Estimate estimate) {}

    /** Before start. */
    public record Placebo(int nTreatedUnits, Estimate estimate) {}

    /** Of a panel. */
    public static GroupTime of(List<PanelRow> panel, double level) {
        Map<String, SortedMap<Integer, PanelRow>> units = byUnit(panel);
        TreeSet<Integer> rounds = new TreeSet<>();
        TreeSet<Integer> cohorts = new TreeSet<>();
        int never = 0;
        int always = 0;
        units.values().forEach(it -> rounds.addAll(it.keySet()));
        for (SortedMap<Integer, PanelRow> unit : units.values()) {
            OptionalInt from = unit.firstEntry().getValue().treatedFrom();
            if (from.isEmpty()) {
                never++;
            } else {
                cohorts.add(from.getAsInt());
                always += from.getAsInt() <= rounds.first() ? 1 : 0;
            }
        }
        List<GroupCell> cells = new ArrayList<>();
        List<GroupCell> before = new ArrayList<>();
        for (int cohort : cohorts) {
            Integer base = rounds.lower(cohort);
            if (base == null) {
                continue;
            }
            rounds.tailSet(cohort).forEach(t -> cells.add(GroupCell.of(units, cohort, base, t)));
            Integer earlier = rounds.lower(base);
            if (earlier != null) {
                before.add(GroupCell.of(units, cohort, earlier, base));
            }
        }
        TreeMap<Integer, List<GroupCell>> since = new TreeMap<>();
        cells.forEach(it -> since.computeIfAbsent(it.round() - it.cohort(), _ -> new ArrayList<>())
                .add(it));
        List<Event> events = since.entrySet().stream()
                .map(it -> new Event(
                        it.getKey(),
                        GroupCell.treated(it.getValue()),
                        GroupCell.together(it.getValue(), level, Undefined.NO_CONTROLS)))
                .toList();
        return new GroupTime(
                units.size(),
                always,
                never,
                List.copyOf(cohorts),
                cells.stream().map(it -> it.told(level)).toList(),
                events,
                new Overall(
                        GroupCell.treated(cells),
                        (int) cells.stream().filter(it -> it.controls() == 0).count(),
                        GroupCell.together(
                                cells, level, cells.isEmpty() ? Undefined.NO_TREATED : Undefined.NO_CONTROLS)),
                new Placebo(
                        GroupCell.treated(before),
                        GroupCell.together(
                                before,
                                level,
                                before.stream().noneMatch(GroupCell::hasTreated)
                                        ? Undefined.NO_EARLIER_ROUND
                                        : Undefined.NO_CONTROLS)));
    }

    /** Rows that were measured, by unit and round. */
    static Map<String, SortedMap<Integer, PanelRow>> byUnit(List<PanelRow> panel) {
        Map<String, SortedMap<Integer, PanelRow>> units = new LinkedHashMap<>();
        panel.stream()
                .filter(it -> !Double.isNaN(it.y()))
                .forEach(it ->
                        units.computeIfAbsent(it.unit(), _ -> new TreeMap<>()).put(it.round(), it));
        return units;
    }

    static Stream<Double> change(SortedMap<Integer, PanelRow> unit, int from, int to) {
        PanelRow first = unit.get(from);
        PanelRow second = unit.get(to);
        return first == null || second == null ? Stream.empty() : Stream.of(second.y() - first.y());
    }
}
