package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Unit and round effects of a panel, with the units absorbed: every column is taken within units first, so that only matrices as large as
 * the number of rounds are inverted (Frisch, Waugh & Lovell). Rows of one unit lie together.
 */
final class TwoWayDesign {
    private static final double SINGULAR = 1e-10;
    private static final double NOT_IDENTIFIED = 1e-10;

    final int units;
    final int singles;
    final int rounds;
    final int rows;
    final int[] start;
    /** Units measured in the same rounds and treated from the same one share a pattern: what comes of the design alone is alike for them. */
    final int[] pattern;

    final double[] y;
    final double[] treated;
    /** The treatment with units and rounds taken out: D̃. */
    final double[] residual;
    /** Σ D̃². */
    final double left;

    private final double[][] within;
    private final double[][] inverse;

    private TwoWayDesign(List<SortedMap<Integer, PanelRow>> panel, int singles) {
        this.singles = singles;
        units = panel.size();
        TreeSet<Integer> all = new TreeSet<>();
        panel.forEach(it -> all.addAll(it.keySet()));
        rounds = all.size();
        rows = panel.stream().mapToInt(Map::size).sum();
        start = new int[units + 1];
        pattern = patterns(panel);
        y = new double[rows];
        treated = new double[rows];
        within = new double[rows][rounds];
        int at = 0;
        for (int unit = 0; unit < units; unit++) {
            for (PanelRow row : panel.get(unit).values()) {
                y[at] = row.y();
                treated[at] = row.round() >= row.treatedFrom().orElse(Integer.MAX_VALUE) ? 1 : 0;
                within[at][all.headSet(row.round()).size()] = 1;
                at++;
            }
            start[unit + 1] = at;
        }
        for (int round = 0; round < rounds; round++) {
            int column = round;
            double[] centred =
                    centred(Arrays.stream(within).mapToDouble(it -> it[column]).toArray());
            for (int row = 0; row < rows; row++) {
                within[row][round] = centred[row];
            }
        }
        double[][] square = new double[rounds][rounds];
        for (double[] row : within) {
            for (int i = 0; i < rounds; i++) {
                for (int j = 0; j < rounds; j++) {
                    square[i][j] += row[i] * row[j];
                }
            }
        }
        inverse = rounds == 0 ? square : Symmetric.power(square, -1, SINGULAR);
        residual = without(treated);
        left = Symmetric.dot(residual, residual);
    }

    /** Of a panel; units with one round say nothing and are dropped before anything is counted. */
    static TwoWayDesign of(List<PanelRow> panel) {
        List<SortedMap<Integer, PanelRow>> kept = new ArrayList<>();
        int singles = 0;
        for (SortedMap<Integer, PanelRow> unit : GroupTime.byUnit(panel).values()) {
            if (unit.size() > 1) {
                kept.add(unit);
            } else {
                singles++;
            }
        }
        return new TwoWayDesign(kept, singles);
    }

    private static int[] patterns(List<SortedMap<Integer, PanelRow>> panel) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        return panel.stream()
                .map(unit -> Stream.concat(
                                Stream.of(unit.firstEntry()
                                        .getValue()
                                        .treatedFrom()
                                        .orElse(Integer.MAX_VALUE)),
                                unit.keySet().stream())
                        .toList())
                .mapToInt(it -> known.computeIfAbsent(it, _ -> known.size()))
                .toArray();
    }

    /** How many patterns there are. */
    int patterns() {
        return Arrays.stream(pattern).max().orElse(-1) + 1;
    }

    boolean identified() {
        return left >= NOT_IDENTIFIED * Math.max(1, Arrays.stream(treated).sum());
    }

    /** A column with units and rounds taken out. */
    double[] without(double... column) {
        double[] centred = centred(column);
        double[] onRounds = new double[rounds];
        for (int row = 0; row < rows; row++) {
            for (int round = 0; round < rounds; round++) {
                onRounds[round] += within[row][round] * centred[row];
            }
        }
        double[] slopes = Symmetric.times(inverse, onRounds);
        for (int row = 0; row < rows; row++) {
            centred[row] -= Symmetric.dot(within[row], slopes);
        }
        return centred;
    }

    private double[] centred(double... column) {
        double[] centred = column.clone();
        for (int unit = 0; unit < units; unit++) {
            double mean = Arrays.stream(column, start[unit], start[unit + 1])
                    .average()
                    .orElse(0);
            for (int row = start[unit]; row < start[unit + 1]; row++) {
                centred[row] -= mean;
            }
        }
        return centred;
    }

    double[] of(int unit, double... column) {
        return Arrays.copyOfRange(column, start[unit], start[unit + 1]);
    }

    /** The unit's block of I − H, H of the whole design. */
    double[][] block(int unit) {
        int n = start[unit + 1] - start[unit];
        double[][] block = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] rounds = within[start[unit] + i];
            double[] mine = Symmetric.times(inverse, rounds);
            for (int j = 0; j < n; j++) {
                block[i][j] = (i == j ? 1 : 0)
                        - 1.0 / n
                        - Symmetric.dot(mine, within[start[unit] + j])
                        - residual[start[unit] + i] * residual[start[unit] + j] / left;
            }
        }
        return block;
    }

    /** R̃ᵢ′v for a vector of one unit's rows. */
    double[] onRounds(int unit, double... vector) {
        double[] sums = new double[rounds];
        for (int i = 0; i < vector.length; i++) {
            for (int round = 0; round < rounds; round++) {
                sums[round] += within[start[unit] + i][round] * vector[i];
            }
        }
        return sums;
    }

    double[] solve(double... onRounds) {
        return Symmetric.times(inverse, onRounds);
    }
}
