package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Intraclass correlations of n sessions scored by k coders, complete rows: (1,1) each session by other coders, (2,1) the same coders, absolute
 * agreement, (3,1) the same coders, consistency; and (·,k) of their average.
 *
 * <p>Source: Shrout & Fleiss 1979; intervals McGraw & Wong 1996; as {@code psych::ICC}.
 *
 * @param n complete rows
 * @param k coders
 */
public record Icc(
        int n,
        int nDropped,
        int k,
        Figure msBetween,
        Figure msRaters,
        Figure msError,
        Correlation icc11,
        Correlation icc21,
        Correlation icc31,
        Correlation icc1k,
        Correlation icc2k,
        Correlation icc3k) {
    /** One of them. */
    public record Correlation(Figure estimate, Interval interval) {
        static Correlation undefined(Undefined why) {
            return new Correlation(Figure.undefined(why), Interval.undefined(why));
        }
    }

    /** Of scores, a row for each session; {@link Double#NaN} is missing. */
    public static Icc of(List<double[]> rows, double level) {
        List<double[]> complete = ScaleScore.complete(rows);
        int n = complete.size();
        int k = rows.isEmpty() ? 0 : rows.getFirst().length;
        int dropped = rows.size() - n;
        Sample all = Sample.of(complete.stream().flatMapToDouble(Arrays::stream).toArray());
        if (k < 2 || n < 2 || all.alike()) {
            Undefined why = Undefined.ZERO_VARIANCE;
            if (k < 2) {
                why = Undefined.ONE_RATER;
            } else if (n < 2) {
                why = n == 0 ? Undefined.NO_DATA : Undefined.N_TOO_SMALL;
            }
            Figure no = Figure.undefined(why);
            Correlation none = Correlation.undefined(why);
            return new Icc(n, dropped, k, no, no, no, none, none, none, none, none, none);
        }
        return new Squares(complete, all.average(), level).icc(dropped);
    }

    private static final class Squares {
        private final int n;
        private final int k;
        private final double between;
        private final double raters;
        private final double error;
        private final double within;
        private final double share;

        Squares(List<double[]> rows, double mean, double level) {
            n = rows.size();
            k = rows.getFirst().length;
            share = 1 - (1 - level) / 2;
            double[] coders = new double[k];
            for (int j = 0; j < k; j++) {
                coders[j] = ScaleScore.column(rows, j).average();
            }
            double sumBetween = 0;
            double sumError = 0;
            for (double[] row : rows) {
                double session = Sample.of(row).average();
                sumBetween += (session - mean) * (session - mean);
                for (int j = 0; j < k; j++) {
                    double rest = row[j] - session - coders[j] + mean;
                    sumError += rest * rest;
                }
            }
            double sumRaters =
                    Arrays.stream(coders).map(it -> (it - mean) * (it - mean)).sum() * n;
            between = cleared(sumBetween * k / (n - 1), mean);
            raters = cleared(sumRaters / (k - 1), mean);
            error = cleared(sumError / ((n - 1.0) * (k - 1)), mean);
            within = ((k - 1) * raters + (n - 1.0) * (k - 1) * error) / (n * (k - 1.0));
        }

        private static double cleared(double square, double mean) {
            return Estimate.isNothing(square, mean * mean) ? 0 : square;
        }

        Icc icc(int dropped) {
            Correlation one = single((between - within) / (between + (k - 1) * within), within, n * (k - 1.0));
            Correlation three = single((between - error) / (between + (k - 1) * error), error, (n - 1.0) * (k - 1));
            Correlation two = two();
            return new Icc(
                    n,
                    dropped,
                    k,
                    Figure.of(between),
                    Figure.of(raters),
                    Figure.of(error),
                    one,
                    two,
                    three,
                    averaged(one),
                    averaged(two),
                    averaged(three));
        }

        private Optional<Undefined> noInterval() {
            if (n == 2) {
                return Optional.of(Undefined.N_TOO_SMALL);
            }
            if (error == 0) {
                return Optional.of(raters == 0 ? Undefined.PERFECT_AGREEMENT : Undefined.NO_ERROR_VARIANCE);
            }
            return Optional.empty();
        }

        private Correlation single(double estimate, double beside, double freedom) {
            if (between == 0) {
                return Correlation.undefined(Undefined.ZERO_VARIANCE);
            }
            if (noInterval().isPresent()) {
                return new Correlation(
                        Figure.of(estimate), Interval.undefined(noInterval().get()));
            }
            double f = between / beside;
            double low = f / Quantiles.f(share, n - 1.0, freedom);
            double high = f * Quantiles.f(share, freedom, n - 1.0);
            return new Correlation(
                    Figure.of(estimate), Interval.of((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)));
        }

        private Correlation two() {
            if (between == 0) {
                return Correlation.undefined(Undefined.ZERO_VARIANCE);
            }
            double estimate = (between - error) / (between + (k - 1) * error + k * (raters - error) / n);
            if (noInterval().isPresent()) {
                return new Correlation(
                        Figure.of(estimate), Interval.undefined(noInterval().get()));
            }
            double a = k * estimate / (n * (1 - estimate));
            double c = 1 + k * estimate * (n - 1) / (n * (1 - estimate));
            double freedom = Math.pow(a * raters + c * error, 2)
                    / (Math.pow(a * raters, 2) / (k - 1) + Math.pow(c * error, 2) / ((n - 1.0) * (k - 1)));
            double lower = Quantiles.f(share, n - 1.0, freedom);
            double upper = Quantiles.f(share, freedom, n - 1.0);
            double rest = k * raters + ((double) k * n - k - n) * error;
            return new Correlation(
                    Figure.of(estimate),
                    Interval.of(
                            n * (between - lower * error) / (lower * rest + n * between),
                            n * (upper * between - error) / (rest + n * upper * between)));
        }

        /** Spearman & Brown: k ρ/(1 + (k − 1) ρ), of the estimate and of both limits. */
        private Correlation averaged(Correlation single) {
            if (single.estimate.number().filter(it -> it < 0).isPresent()) {
                return Correlation.undefined(Undefined.NEGATIVE_SINGLE);
            }
            return new Correlation(
                    stepped(single.estimate),
                    new Interval(stepped(single.interval.low()), stepped(single.interval.high())));
        }

        private Figure stepped(Figure single) {
            return switch (single) {
                case Figure.Known(double rho) ->
                    1 + (k - 1) * rho > 0
                            ? Figure.of(k * rho / (1 + (k - 1) * rho))
                            : Figure.undefined(Undefined.BELOW_RANGE);
                case Figure.Unknown it -> it;
            };
        }
    }
}
