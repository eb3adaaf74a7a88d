package no.samtidig.statistics;

import java.util.Arrays;

/**
 * Cohen's kappa of two coders, (p_o − p_e)/(1 − p_e), with weights; se² = {Σ p [w − (w̄ᵢ + w̄ⱼ)(1 − κ)]² − [κ − p_e(1 − κ)]²}/(n(1 − p_e)²); κ ± z ·
 * se, not cut.
 *
 * <p>Source: Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969; as {@code vcd::Kappa}. Undefined where one coder used one category only: the
 * formula gives 0 whatever the other did.
 */
public record Kappa(Figure kappa, Figure se, Interval interval) {
    static Kappa undefined(Undefined why) {
        return new Kappa(Figure.undefined(why), Figure.undefined(why), Interval.undefined(why));
    }

    static Kappa of(int[][] table, Weighting weighting, double level) {
        int q = table.length;
        double n = 0;
        for (int[] row : table) {
            n += Codings.times(row);
        }
        if (n == 0) {
            return undefined(Undefined.NO_DATA);
        }
        double[] a = new double[q];
        double[] b = new double[q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                a[i] += table[i][j] / n;
                b[j] += table[i][j] / n;
            }
        }
        boolean constant = constant(a);
        if (constant || constant(b)) {
            boolean same = constant && constant(b) && Arrays.equals(a, b);
            return undefined(same ? Undefined.ONE_CATEGORY_ONLY : Undefined.ONE_RATER_CONSTANT);
        }
        double observed = 0;
        double chance = 0;
        double[] meanA = new double[q];
        double[] meanB = new double[q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                double weight = weighting.of(i, j, q);
                observed += weight * table[i][j] / n;
                chance += weight * a[i] * b[j];
                meanA[i] += weight * b[j];
                meanB[j] += weight * a[i];
            }
        }
        double kappa = (observed - chance) / (1 - chance);
        double sum = 0;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                double part = weighting.of(i, j, q) - (meanA[i] + meanB[j]) * (1 - kappa);
                sum += table[i][j] / n * part * part;
            }
        }
        double rest = kappa - chance * (1 - kappa);
        double se = Math.sqrt(Math.max(0, sum - rest * rest) / n) / (1 - chance);
        if (Estimate.isNothing(Math.abs(1 - kappa), 1)) {
            return new Kappa(Figure.of(1), Figure.of(0), Interval.undefined(Undefined.PERFECT_AGREEMENT));
        }
        Interval interval = Estimate.isNothing(se, kappa)
                ? Interval.undefined(Undefined.ZERO_VARIANCE)
                : Interval.around(kappa, Quantiles.z(level) * se);
        return new Kappa(Figure.of(kappa), Figure.of(se), interval);
    }

    private static boolean constant(double... shares) {
        return Arrays.stream(shares).filter(it -> it > 0).count() == 1;
    }
}
