package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Change of units between two rounds, each unit counting once: {@link Paired} over those measured in both, and the baselines of those who
 * stayed and those who left beside each other.
 *
 * @param meanBeforeStayed first round of units with both
 * @param meanBeforeLeft first round of units without the second
 */
public record UnitPaired(Paired paired, Figure meanBeforeStayed, Figure meanBeforeLeft, Figure meanAfterStayed) {
    /** The second round against the first. */
    public static UnitPaired of(List<PanelRow> panel, int first, int second, double level) {
        Map<String, double[]> units = new LinkedHashMap<>();
        for (PanelRow row : panel) {
            double[] both = units.computeIfAbsent(row.unit(), _ -> new double[] {Double.NaN, Double.NaN});
            if (row.round() == first) {
                both[0] = row.y();
            } else if (row.round() == second) {
                both[1] = row.y();
            }
        }
        List<Double> stayed = new ArrayList<>();
        List<Double> left = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (double[] both : units.values()) {
            if (Double.isNaN(both[1])) {
                left.add(both[0]);
            } else if (!Double.isNaN(both[0])) {
                stayed.add(both[0]);
                after.add(both[1]);
            }
        }
        return new UnitPaired(
                Paired.of(
                        units.values().stream().map(it -> it[0]).toList(),
                        units.values().stream().map(it -> it[1]).toList(),
                        level),
                Sample.of(stayed).mean(),
                Sample.of(left).mean(),
                Sample.of(after).mean());
    }
}
