package no.samtidig.statistics;

/**
 * Kappa freed from prevalence and bias: (q p_o − 1)/(q − 1), se = q/(q − 1) · √(p_o(1 − p_o)/(n − 1)), t(n − 1).
 *
 * <p>Source: Byrt, Bishop & Carlin 1993; Brennan & Prediger 1981.
 */
public record Pabak(Figure pabak, Figure se, Interval interval) {
    static Pabak undefined(Undefined why) {
        return new Pabak(Figure.undefined(why), Figure.undefined(why), Interval.undefined(why));
    }

    static Pabak of(Codings codings, double level) {
        int n = codings.counts.size();
        if (n == 0) {
            return undefined(Undefined.NO_DATA);
        }
        if (codings.oneCodeOnly()) {
            return undefined(Undefined.ONE_CATEGORY_ONLY);
        }
        double q = codings.codes;
        double agreed = codings.agreement(Weighting.IDENTITY);
        double pabak = (q * agreed - 1) / (q - 1);
        if (n == 1) {
            return new Pabak(
                    Figure.of(pabak),
                    Figure.undefined(Undefined.N_TOO_SMALL),
                    Interval.undefined(Undefined.N_TOO_SMALL));
        }
        double se = q / (q - 1) * Math.sqrt(agreed * (1 - agreed) / (n - 1));
        return new Pabak(Figure.of(pabak), Figure.of(se), GwetAc.interval(pabak, se, n - 1, level));
    }
}
