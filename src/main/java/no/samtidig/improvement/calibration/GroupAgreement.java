package no.samtidig.improvement.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.statistics.Figure;
import no.samtidig.statistics.ManyCoders;

/**
 * How far coaches agree with each other on the two units of a half-year. Pairs of coaches are looked at, one anchor at a time.
 *
 * @param half the half-year
 * @param coaches who have rated both units
 * @param pairs compared ratings in all
 * @param exact those with the same level
 * @param withinOne those with the same level or one step apart
 * @param ac1 agreement beyond chance; unknown where it is not defined
 * @param ac2 the same with steps weighted by their square
 */
public record GroupAgreement(HalfYear half, int coaches, int pairs, int exact, int withinOne, Figure ac1, Figure ac2) {
    /** Fewer have rated: nothing is told. */
    public static final int FEWEST = 5;

    /** So many at least have rated: numbers are told, else words. */
    public static final int NUMBERS_FROM = 10;

    private static final double LEVEL = 0.95;
    private static final List<Double> CODES = IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
            .mapToObj(Double::valueOf)
            .toList();

    /** How it is said in words; the limits are Samtidig's own. */
    public enum Words {
        /** At least two of three pairs set the same level. */
        MOSTLY,
        /** Less, but at least nine of ten are within one step. */
        NEAR,
        /** Some are two steps apart or more. */
        APART
    }

    /**
     * Of the levels that were set.
     *
     * @param levels for each coach, the level of each thing rated
     */
    static GroupAgreement of(HalfYear half, List<Map<String, Integer>> levels) {
        List<String> things = levels.stream()
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<double[]> rows = new ArrayList<>();
        int pairs = 0;
        int exact = 0;
        int near = 0;
        for (String thing : things) {
            double[] row = levels.stream()
                    .mapToDouble(it -> it.getOrDefault(thing, 0))
                    .map(it -> it == 0 ? Double.NaN : it)
                    .toArray();
            rows.add(row);
            for (int a = 0; a < row.length; a++) {
                for (int b = a + 1; b < row.length; b++) {
                    double apart = Math.abs(row[a] - row[b]);
                    if (!Double.isNaN(apart)) {
                        pairs++;
                        exact += apart < 1 ? 1 : 0;
                        near += apart < 2 ? 1 : 0;
                    }
                }
            }
        }
        ManyCoders many = ManyCoders.of(CODES, rows, true, LEVEL);
        return new GroupAgreement(
                half,
                levels.size(),
                pairs,
                exact,
                near,
                many.ac1().coefficient(),
                many.ordered().orElseThrow().ac2Quadratic().coefficient());
    }

    /** Anything may be told of it. */
    public boolean told() {
        return coaches >= FEWEST;
    }

    /** Numbers may be told of it. */
    public boolean numbers() {
        return coaches >= NUMBERS_FROM;
    }

    /** Where numbers may not be told. */
    public Words words() {
        if (exact * 3 >= pairs * 2) {
            return Words.MOSTLY;
        }
        return withinOne * 10 >= pairs * 9 ? Words.NEAR : Words.APART;
    }

    /** Per cent with the same level, rounded. */
    public int exactPercent() {
        return percent(exact);
    }

    /** Per cent within one step, rounded. */
    public int withinOnePercent() {
        return percent(withinOne);
    }

    private int percent(int of) {
        return pairs == 0 ? 0 : (int) Math.round(100.0 * of / pairs);
    }
}
