package no.samtidig.statistics;

/**
 * Fleiss' kappa over items that all m coders coded: p_e = Σ π²; se as Gwet's with p_ei = Σ r π/m; se_null under no agreement at all.
 *
 * <p>Source: Fleiss 1971; Gwet 2014; Fleiss, Nee & Landis 1979; as {@code irrCAC} and {@code irr}.
 *
 * @param zNull kappa in errors of se_null
 */
public record FleissKappa(
        int nItems,
        int nItemsDropped,
        Figure kappa,
        Figure se,
        Figure df,
        Interval interval,
        Figure seNull,
        Figure zNull) {
    static FleissKappa of(Codings codings, int coders, int dropped, double level) {
        int n = codings.counts.size();
        if (n == 0 || coders < 2) {
            return undefined(n, dropped, n == 0 ? Undefined.NO_DATA : Undefined.ONE_RATER);
        }
        if (codings.oneCodeOnly()) {
            return undefined(n, dropped, Undefined.ONE_CATEGORY_ONLY);
        }
        double[] shares = codings.shares();
        double chance = 0;
        double spread = 0;
        double skew = 0;
        for (double share : shares) {
            chance += share * share;
            spread += share * (1 - share);
            skew += share * (1 - share) * (1 - 2 * share);
        }
        double kappa = (codings.agreement(Weighting.IDENTITY) - chance) / (1 - chance);
        double seNull = Math.sqrt(2 * (spread * spread - skew) / (n * coders * (coders - 1.0))) / spread;
        if (n == 1) {
            Figure no = Figure.undefined(Undefined.N_TOO_SMALL);
            return new FleissKappa(
                    n,
                    dropped,
                    Figure.of(kappa),
                    no,
                    no,
                    Interval.undefined(Undefined.N_TOO_SMALL),
                    Figure.of(seNull),
                    Figure.of(kappa / seNull));
        }
        double squares = 0;
        for (int[] item : codings.counts) {
            double expected = 0;
            for (int k = 0; k < codings.codes; k++) {
                expected += item[k] * shares[k] / coders;
            }
            double own = (codings.agreement(item, Weighting.IDENTITY) - chance) / (1 - chance)
                    - 2 * (1 - kappa) * (expected - chance) / (1 - chance);
            squares += (own - kappa) * (own - kappa);
        }
        double se = Math.sqrt(squares / (n * (n - 1.0)));
        return new FleissKappa(
                n,
                dropped,
                Figure.of(kappa),
                Figure.of(se),
                Figure.of(n - 1.0),
                GwetAc.interval(kappa, se, n - 1, level),
                Figure.of(seNull),
                Figure.of(kappa / seNull));
    }

    private static FleissKappa undefined(int n, int dropped, Undefined why) {
        Figure no = Figure.undefined(why);
        return new FleissKappa(n, dropped, no, no, no, Interval.undefined(why), no, no);
    }
}
