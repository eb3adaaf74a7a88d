package no.samtidig.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ratio of two counts over the volleys of a session, θ = Σ num/Σ den, with e = num − θ den: se_linear = √(V/(V − 1) Σe²)/Σden (as {@code
 * survey::svyratio}), se_jackknife = √((V − 1)/V Σ(θ₍ᵥ₎ − mean)²). The one to show is {@link Batches}: neighbouring volleys resemble each
 * other, so stretches of them are the units.
 *
 * @param volleys V
 */
public record VolleyRatio(
        int volleys,
        double numerator,
        double denominator,
        Figure estimate,
        Figure seLinear,
        Figure seJackknife,
        Batches batches) {
    private static final int FEWEST = 8;
    private static final int STRETCHES = 4;

    /**
     * Stretches of neighbouring volleys: B = max(4, ⌊V/(2⌈V^(1/3)⌉)⌋), se = √(B/(B − 1) ΣE²)/Σden, t(B − 1); from eight volleys.
     */
    public record Batches(Figure nBatches, Figure se, Figure df, Interval interval) {
        static Batches undefined(Undefined why) {
            Figure no = Figure.undefined(why);
            return new Batches(no, no, no, Interval.undefined(why));
        }
    }

    /** Of counts for each volley in the order they came. */
    public static VolleyRatio of(List<Double> numerators, List<Double> denominators, double level) {
        int volleys = numerators.size();
        double above = sum(numerators);
        double below = sum(denominators);
        if (below == 0) {
            Figure no = Figure.undefined(Undefined.ZERO_DENOMINATOR);
            return new VolleyRatio(volleys, above, below, no, no, no, Batches.undefined(Undefined.ZERO_DENOMINATOR));
        }
        double ratio = above / below;
        double[] e = IntStream.range(0, volleys)
                .mapToDouble(it -> numerators.get(it) - ratio * denominators.get(it))
                .toArray();
        return new VolleyRatio(
                volleys,
                above,
                below,
                Figure.of(ratio),
                volleys < 2 ? Figure.undefined(Undefined.N_TOO_SMALL) : Figure.of(linear(e, below)),
                jackknife(numerators, denominators, above, below),
                batches(ratio, below, level, e));
    }

    private static double sum(List<Double> counts) {
        return counts.stream().mapToDouble(it -> it).sum();
    }

    private static double linear(double[] parts, double below) {
        double n = parts.length;
        return Math.sqrt(n / (n - 1) * Symmetric.dot(parts, parts)) / below;
    }

    private static Figure jackknife(List<Double> numerators, List<Double> denominators, double above, double below) {
        int n = numerators.size();
        if (n < 2) {
            return Figure.undefined(Undefined.N_TOO_SMALL);
        }
        if (denominators.stream().anyMatch(it -> it == below)) {
            return Figure.undefined(Undefined.ZERO_DENOMINATOR);
        }
        Sample left = Sample.of(IntStream.range(0, n)
                .mapToDouble(it -> (above - numerators.get(it)) / (below - denominators.get(it)))
                .toArray());
        return Figure.of((n - 1) * Math.sqrt(left.variance() / n));
    }

    private static Batches batches(double ratio, double below, double level, double... e) {
        int volleys = e.length;
        if (volleys < FEWEST) {
            return Batches.undefined(Undefined.N_TOO_SMALL);
        }
        int length = 2 * (int) Math.ceil(Math.cbrt(volleys) - 1e-9);
        int stretches = Math.max(STRETCHES, volleys / length);
        double[] sums = new double[stretches];
        for (int volley = 1; volley <= volleys; volley++) {
            int stretch = (volley * stretches + volleys - 1) / volleys;
            sums[stretch - 1] += e[volley - 1];
        }
        Estimate estimate = Estimate.of(ratio, linear(sums, below), stretches - 1.0, level);
        return new Batches(Figure.of(stretches), estimate.se(), Figure.of(stretches - 1.0), estimate.interval());
    }
}
