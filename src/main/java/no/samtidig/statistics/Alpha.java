package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Cronbach's alpha over complete rows: k/(k − 1) · (1 − Σ sᵢ²/s_total²). Feldt's interval: 1 − (1 − α) F, with F quantiles at 1 − γ and γ of
 * (n − 1, (n − 1)(k − 1)) degrees of freedom, γ = (1 − level)/2. Negative stays negative.
 *
 * <p>Source: Cronbach 1951, Feldt 1965; as {@code psych::alpha}.
 *
 * @param n complete rows
 * @param k items
 */
public record Alpha(int n, int k, Figure alpha, Interval interval) {
    /** Alpha of these answers; {@link Double#NaN} is missing. */
    public static Alpha of(List<double[]> rows, double level) {
        List<double[]> complete = ScaleScore.complete(rows);
        int n = complete.size();
        int k = rows.isEmpty() ? 0 : rows.getFirst().length;
        Sample totals = Sample.of(
                complete.stream().mapToDouble(row -> Arrays.stream(row).sum()).toArray());
        if (k < 2 || n < 2 || totals.alike()) {
            Undefined why = Undefined.ZERO_VARIANCE;
            if (k < 2) {
                why = Undefined.ONE_ITEM;
            } else if (n < 2) {
                why = n == 0 ? Undefined.NO_DATA : Undefined.N_TOO_SMALL;
            }
            return new Alpha(n, k, Figure.undefined(why), Interval.undefined(why));
        }
        double items = 0;
        for (int i = 0; i < k; i++) {
            items += ScaleScore.column(complete, i).variance();
        }
        double alpha = k / (k - 1.0) * (1 - items / totals.variance());
        if (Estimate.isNothing(Math.abs(1 - alpha), 1)) {
            return new Alpha(n, k, Figure.of(1), Interval.undefined(Undefined.PERFECT_CORRELATION));
        }
        double gamma = (1 - level) / 2;
        double freedom = n - 1.0;
        double error = (n - 1.0) * (k - 1);
        return new Alpha(
                n,
                k,
                Figure.of(alpha),
                Interval.of(
                        1 - (1 - alpha) * Quantiles.f(1 - gamma, freedom, error),
                        1 - (1 - alpha) * Quantiles.f(gamma, freedom, error)));
    }
}
