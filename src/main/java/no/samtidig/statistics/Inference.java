package no.samtidig.statistics;

/**
 * How sure one can be of a difference: known altogether, or not at all.
 *
 * @param se standard error
 * @param df degrees of freedom, not always whole
 * @param t the difference in standard errors
 * @param p two-sided
 * @param interval of the difference
 */
public record Inference(Figure se, Figure df, Figure t, Figure p, Interval interval) {
    static Inference undefined(Undefined why) {
        Figure no = Figure.undefined(why);
        return new Inference(no, no, no, no, Interval.undefined(why));
    }

    static Inference of(double difference, double se, double df, double level) {
        double t = difference / se;
        return new Inference(
                Figure.of(se),
                Figure.of(df),
                Figure.of(t),
                Figure.of(Quantiles.p(t, df)),
                Interval.around(difference, Quantiles.t(level, df) * se));
    }

    /** As {@link #of}, where an error of nothing is itself told, but neither t nor interval. */
    static Inference withError(double difference, double se, double df, double level) {
        if (!Estimate.isNothing(se, difference)) {
            return of(difference, se, df, level);
        }
        Figure no = Figure.undefined(Undefined.ZERO_VARIANCE);
        return new Inference(Figure.of(0), Figure.of(df), no, no, Interval.undefined(Undefined.ZERO_VARIANCE));
    }
}
