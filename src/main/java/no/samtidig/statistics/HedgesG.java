package no.samtidig.statistics;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Standardised difference, the second group minus the first, corrected for small samples: d = (second − first)/s_p, j = Γ(ν/2)/(√(ν/2)
 * Γ((ν − 1)/2)), ν = n₁ + n₂ − 2, g = j · d, se = √(1/n₁ + 1/n₂ + g²/(2(n₁ + n₂))), g ± z · se.
 *
 * <p>Source: Hedges 1981; as {@code metafor::escalc("SMD")}. For the methods page and for comparison with studies, never for one unit.
 *
 * @param sdPooled s_p
 * @param j the exact correction, not 1 − 3/(4ν − 1)
 */
public record HedgesG(int n1, int n2, Figure sdPooled, Figure d, Figure j, Figure g, Figure se, Interval interval) {
    /** The second group against the first. */
    public static HedgesG of(Sample first, Sample second, double level) {
        int n1 = first.n();
        int n2 = second.n();
        if (n1 < 2 || n2 < 2) {
            return undefined(n1, n2, Undefined.N_TOO_SMALL);
        }
        if (first.alike() && second.alike()) {
            return undefined(n1, n2, Undefined.ZERO_VARIANCE);
        }
        double pooled = pooled(first, second);
        double freedom = n1 + n2 - 2.0;
        double d = (second.average() - first.average()) / pooled;
        double j = Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
        double g = j * d;
        double se = Math.sqrt(1.0 / n1 + 1.0 / n2 + g * g / (2.0 * (n1 + n2)));
        return new HedgesG(
                n1,
                n2,
                Figure.of(pooled),
                Figure.of(d),
                Figure.of(j),
                Figure.of(g),
                Figure.of(se),
                Interval.around(g, Quantiles.z(level) * se));
    }

    /** Standard deviation within two groups of at least two each. */
    static double pooled(Sample first, Sample second) {
        double squares = (first.n() - 1) * first.variance() + (second.n() - 1) * second.variance();
        return Math.sqrt(squares / (first.n() + second.n() - 2));
    }

    private static HedgesG undefined(int n1, int n2, Undefined why) {
        Figure no = Figure.undefined(why);
        return new HedgesG(n1, n2, no, no, no, no, no, Interval.undefined(why));
    }
}
