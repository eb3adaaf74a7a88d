package no.samtidig.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean change of those who were measured twice, after minus before, with Student's interval of the differences.
 *
 * <p>Source: Student 1908; as R's {@code t.test(paired = TRUE)}. Incomplete pairs are counted, not used.
 */
public record Paired(int nPairs, int nBeforeOnly, int nAfterOnly, Figure meanDiff, Figure sdDiff, Inference inference) {
    /** The same ones in the same order; {@link Double#NaN} is missing. */
    public static Paired of(List<Double> before, List<Double> after, double level) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("pairs need as many before as after");
        }
        int beforeOnly = 0;
        int afterOnly = 0;
        for (int i = 0; i < before.size(); i++) {
            boolean first = !before.get(i).isNaN();
            boolean second = !after.get(i).isNaN();
            beforeOnly += first && !second ? 1 : 0;
            afterOnly += second && !first ? 1 : 0;
        }
        Sample differences = Sample.of(IntStream.range(0, before.size())
                .mapToDouble(i -> after.get(i) - before.get(i))
                .toArray());
        int n = differences.n();
        Inference inference = inference(differences, level);
        Figure sd = n == 0 ? Figure.undefined(Undefined.NO_DATA) : differences.deviation();
        return new Paired(n, beforeOnly, afterOnly, differences.mean(), sd, inference);
    }

    private static Inference inference(Sample differences, double level) {
        int n = differences.n();
        if (n == 0) {
            return Inference.undefined(Undefined.NO_DATA);
        }
        if (n == 1) {
            return Inference.undefined(Undefined.N_TOO_SMALL);
        }
        if (differences.alike()) {
            return Inference.undefined(Undefined.ZERO_VARIANCE);
        }
        return Inference.of(differences.average(), Math.sqrt(differences.error()), n - 1.0, level);
    }
}
