package no.samtidig.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles for intervals. The library solves those of t and F to 1e-9; two steps of Newton's method from there bring the rest of the
 * digits.
 */
final class Quantiles {
    private Quantiles() {}

    /** z = Φ⁻¹(1 − (1 − level)/2). */
    static double z(double level) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - (1 - level) / 2);
    }

    /** The same quantile of Student's t. */
    static double t(double level, double freedom) {
        return tAt(1 - (1 - level) / 2, freedom);
    }

    /** Student's t below which this share lies. */
    static double tAt(double share, double freedom) {
        return polished(TDistribution.of(freedom), share);
    }

    /** Two-sided p of a t. */
    static double p(double t, double freedom) {
        return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
    }

    /** The F below which this share lies. */
    static double f(double share, double above, double below) {
        return polished(FDistribution.of(above, below), share);
    }

    private static double polished(ContinuousDistribution distribution, double share) {
        double at = distribution.inverseCumulativeProbability(share);
        for (int step = 0; step < 2; step++) {
            double density = distribution.density(at);
            double next = at - (distribution.cumulativeProbability(at) - share) / density;
            if (density > 0 && Double.isFinite(next)) {
                at = next;
            }
        }
        return at;
    }
}
