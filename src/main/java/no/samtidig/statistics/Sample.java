package no.samtidig.statistics;

import java.util.Arrays;
import java.util.Collection;

/**
 * Numbers from one group, the missing ones left out. Sums are taken twice (first the mean, then the squares around it), since a sum of
 * squares in one go loses the digits of numbers that lie close together far from zero. Variances divide by n − 1.
 */
public final class Sample {
    /** How near two numbers must be to be the same: means of thirds are not exactly equal. */
    private static final double SAME = 1e-12;

    private final double[] values;
    private final double mean;
    private final double squares;

    private Sample(double[] values) {
        this.values = values;
        double sum = Arrays.stream(values).sum();
        double first = sum / values.length;
        double rest = Arrays.stream(values).map(it -> it - first).sum();
        mean = first + rest / values.length;
        squares = alike(values, mean)
                ? 0
                : Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    }

    /** A sample of these; {@link Double#NaN} is missing. */
    public static Sample of(double... values) {
        return new Sample(Arrays.stream(values).filter(it -> !Double.isNaN(it)).toArray());
    }

    /** A sample of these; {@link Double#NaN} is missing. */
    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean alike(double[] values, double mean) {
        double lowest = Arrays.stream(values).min().orElse(0);
        double highest = Arrays.stream(values).max().orElse(0);
        return highest - lowest <= SAME * Math.max(1, Math.abs(mean));
    }

    /** How many. */
    public int n() {
        return values.length;
    }

    /** All the same; nothing at all is too. */
    public boolean alike() {
        return squares == 0;
    }

    /** The mean. */
    public Figure mean() {
        return n() == 0 ? Figure.undefined(Undefined.NO_DATA) : Figure.of(mean);
    }

    /** Standard deviation. */
    public Figure deviation() {
        return n() < 2 ? Figure.undefined(Undefined.N_TOO_SMALL) : Figure.of(sd());
    }

    double average() {
        return mean;
    }

    double variance() {
        return squares / (n() - 1);
    }

    double sd() {
        return Math.sqrt(variance());
    }

    /** Variance of the mean. */
    double error() {
        return variance() / n();
    }

    double[] values() {
        return values.clone();
    }
}
