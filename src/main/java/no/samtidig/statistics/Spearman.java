package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rank correlation: Pearson's of mid-ranks; p by t with n − 2; interval tanh(atanh ρ ± z √((1 + ρ²/2)/(n − 3))).
 *
 * <p>Source: Spearman 1904; interval Bonett & Wright 2000; as R's {@code cor.test(exact = FALSE)}.
 *
 * @param n complete pairs
 */
public record Spearman(int n, Figure rho, Figure p, Interval interval) {
    /** In the same order; {@link Double#NaN} is missing. */
    public static Spearman of(List<Double> x, List<Double> y, double level) {
        int[] complete = IntStream.range(0, x.size())
                .filter(i -> !x.get(i).isNaN() && !y.get(i).isNaN())
                .toArray();
        int n = complete.length;
        if (n < 3) {
            return undefined(n, n == 0 ? Undefined.NO_DATA : Undefined.N_TOO_SMALL);
        }
        Sample first =
                Sample.of(ranks(Arrays.stream(complete).mapToDouble(x::get).toArray()));
        Sample second =
                Sample.of(ranks(Arrays.stream(complete).mapToDouble(y::get).toArray()));
        if (first.alike() || second.alike()) {
            return undefined(n, Undefined.ZERO_VARIANCE);
        }
        double rho = pearson(first, second);
        if (Math.abs(rho) > 1 - 1e-12) {
            return new Spearman(
                    n,
                    Figure.of(Math.signum(rho)),
                    Figure.undefined(Undefined.PERFECT_CORRELATION),
                    Interval.undefined(Undefined.PERFECT_CORRELATION));
        }
        double p = Quantiles.p(rho * Math.sqrt((n - 2) / (1 - rho * rho)), n - 2.0);
        if (n == 3) {
            return new Spearman(n, Figure.of(rho), Figure.of(p), Interval.undefined(Undefined.N_TOO_SMALL));
        }
        double half = Quantiles.z(level) * Math.sqrt((1 + rho * rho / 2) / (n - 3));
        double middle = 0.5 * Math.log((1 + rho) / (1 - rho));
        return new Spearman(
                n, Figure.of(rho), Figure.of(p), Interval.of(Math.tanh(middle - half), Math.tanh(middle + half)));
    }

    private static Spearman undefined(int n, Undefined why) {
        return new Spearman(n, Figure.undefined(why), Figure.undefined(why), Interval.undefined(why));
    }

    /** Pearson's correlation of two samples of the same ones, neither all alike. */
    static double pearson(Sample x, Sample y) {
        double[] first = x.values();
        double[] second = y.values();
        double together = 0;
        for (int i = 0; i < first.length; i++) {
            together += (first[i] - x.average()) * (second[i] - y.average());
        }
        return together / (first.length - 1) / (x.sd() * y.sd());
    }

    /** Ranks from 1, with equal ones sharing the middle of theirs. */
    private static double[] ranks(double... values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double mine = values[i];
            long below = Arrays.stream(values).filter(it -> it < mine).count();
            long same = Arrays.stream(values).filter(it -> it == mine).count();
            ranks[i] = below + (same + 1) / 2.0;
        }
        return ranks;
    }
}
