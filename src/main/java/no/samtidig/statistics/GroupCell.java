package no.samtidig.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One cohort in one round with those it is compared with: the members that count, and by how much each stands apart from its own cohort.
 */
final class GroupCell {
    /** The cohort of units that never start. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final int cohort;
    private final int base;
    private final int round;
    private final Map<String, Double> treated = new TreeMap<>();
    private final Map<Integer, Map<String, Double>> controls = new TreeMap<>();

    private GroupCell(int cohort, int base, int round) {
        this.cohort = cohort;
        this.base = base;
        this.round = round;
    }

    static GroupCell of(Map<String, SortedMap<Integer, PanelRow>> units, int cohort, int base, int round) {
        GroupCell cell = new GroupCell(cohort, base, round);
        units.forEach((unit, rounds) -> {
            OptionalInt from = rounds.firstEntry().getValue().treatedFrom();
            int start = from.orElse(NEVER);
            GroupTime.change(rounds, base, round).forEach(change -> {
                if (start == cohort) {
                    cell.treated.put(unit, change);
                } else if (start > round) {
                    cell.controls.computeIfAbsent(start, _ -> new TreeMap<>()).put(unit, change);
                }
            });
        });
        return cell;
    }

    int cohort() {
        return cohort;
    }

    int round() {
        return round;
    }

    int controls() {
        return controls.values().stream().mapToInt(Map::size).sum();
    }

    boolean hasTreated() {
        return !treated.isEmpty();
    }

    private boolean usable() {
        return hasTreated() && controls() > 0;
    }

    /** How many treated units the usable ones hold. */
    static int treated(List<GroupCell> cells) {
        return cells.stream()
                .filter(GroupCell::usable)
                .mapToInt(it -> it.treated.size())
                .sum();
    }

    GroupTime.Cell told(double level) {
        Undefined why = treated.isEmpty() ? Undefined.NO_TREATED : Undefined.NO_CONTROLS;
        return new GroupTime.Cell(cohort, round, base, treated.size(), controls(), together(List.of(this), level, why));
    }

    private double effect() {
        double others = controls.values().stream()
                .flatMap(it -> it.values().stream())
                .mapToDouble(it -> it)
                .sum();
        return Sample.of(treated.values()).average() - others / controls();
    }

    private boolean hasLone() {
        return treated.size() == 1 || controls.values().stream().anyMatch(it -> it.size() == 1);
    }

    /** The usable ones weighted by their treated units. */
    static Estimate together(List<GroupCell> all, double level, Undefined none) {
        List<GroupCell> cells = all.stream().filter(GroupCell::usable).toList();
        if (cells.isEmpty()) {
            return Estimate.undefined(none);
        }
        double total = treated(cells);
        double estimate = 0;
        Map<Integer, Map<String, Double>> parts = new HashMap<>();
        for (GroupCell cell : cells) {
            double weight = cell.treated.size() / total;
            estimate += weight * cell.effect();
            add(parts, cell.cohort, cell.treated, weight / cell.treated.size());
            cell.controls.forEach((start, members) -> add(parts, start, members, -weight / cell.controls()));
        }
        if (cells.stream().anyMatch(GroupCell::hasLone)) {
            return Estimate.without(estimate, Undefined.COHORT_OF_ONE);
        }
        double variance = 0;
        double below = 0;
        for (Map<String, Double> members : parts.values()) {
            int n = members.size();
            double mine = n
                    / (n - 1.0)
                    * members.values().stream().mapToDouble(it -> it * it).sum();
            variance += mine;
            below += mine * mine / (n - 1);
        }
        return Estimate.of(estimate, Math.sqrt(variance), variance * variance / below, level);
    }

    private static void add(
            Map<Integer, Map<String, Double>> parts, int cohort, Map<String, Double> members, double weight) {
        double mean = Sample.of(members.values()).average();
        Map<String, Double> mine = parts.computeIfAbsent(cohort, _ -> new HashMap<>());
        members.forEach((unit, change) -> mine.merge(unit, weight * (change - mean), Double::sum));
    }
}
