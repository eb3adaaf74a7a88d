package no.samtidig.statistics;

/**
 * Agreement beyond chance that is not fooled by rare codes: AC1, and AC2 with weights. p_e = T/(q(q − 1)) Σ π(1 − π), T the sum of all
 * weights; AC = (p_a − p_e)/(1 − p_e); se² = Σ(ACᵢ − AC)²/(n(n − 1)), t(n − 1). q is the length of the code list, so an unused code changes
 * it.
 *
 * <p>Source: Gwet 2008, 2014; as {@code irrCAC} in its raw form.
 *
 * @param coefficient AC
 */
public record GwetAc(Figure coefficient, Figure se, Figure df, Interval interval) {
    static GwetAc undefined(Undefined why) {
        Figure no = Figure.undefined(why);
        return new GwetAc(no, no, no, Interval.undefined(why));
    }

    static GwetAc of(Codings codings, Weighting weighting, double level) {
        int n = codings.counts.size();
        if (codings.twice() == 0) {
            return undefined(Undefined.NO_DATA);
        }
        if (codings.oneCodeOnly()) {
            return undefined(Undefined.ONE_CATEGORY_ONLY);
        }
        int q = codings.codes;
        double weights = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                weights += weighting.of(k, l, q);
            }
        }
        double factor = weights / (q * (q - 1.0));
        double[] shares = codings.shares();
        double chance = 0;
        for (double share : shares) {
            chance += factor * share * (1 - share);
        }
        double coefficient = (codings.agreement(weighting) - chance) / (1 - chance);
        if (n < 2) {
            Figure no = Figure.undefined(Undefined.N_TOO_SMALL);
            return new GwetAc(Figure.of(coefficient), no, no, Interval.undefined(Undefined.N_TOO_SMALL));
        }
        double squares = 0;
        for (int[] item : codings.counts) {
            int times = Codings.times(item);
            double expected = 0;
            for (int k = 0; k < q; k++) {
                expected += factor * item[k] / times * (1 - shares[k]);
            }
            double seen = times < 2
                    ? 0
                    : (double) n / codings.twice() * (codings.agreement(item, weighting) - chance) / (1 - chance);
            double own = seen - 2 * (1 - coefficient) * (expected - chance) / (1 - chance);
            squares += (own - coefficient) * (own - coefficient);
        }
        double se = Math.sqrt(squares / (n * (n - 1.0)));
        return new GwetAc(
                Figure.of(coefficient), Figure.of(se), Figure.of(n - 1.0), interval(coefficient, se, n - 1, level));
    }

    /** Student's interval of a coefficient; none where there is no spread. */
    static Interval interval(double coefficient, double se, int freedom, double level) {
        if (Estimate.isNothing(se, coefficient)) {
            return Interval.undefined(
                    Estimate.isNothing(Math.abs(1 - coefficient), 1)
                            ? Undefined.PERFECT_AGREEMENT
                            : Undefined.ZERO_VARIANCE);
        }
        return Interval.around(coefficient, Quantiles.t(level, freedom) * se);
    }
}
