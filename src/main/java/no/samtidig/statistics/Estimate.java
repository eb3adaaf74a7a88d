package no.samtidig.statistics;

/**
 * A number with its standard error, degrees of freedom and interval.
 */
public record Estimate(Figure estimate, Figure se, Figure df, Interval interval) {
    private static final double NOTHING = 1e-12;

    static Estimate undefined(Undefined why) {
        return new Estimate(
                Figure.undefined(why), Figure.undefined(why), Figure.undefined(why), Interval.undefined(why));
    }

    /** A number of which one cannot say how sure it is. */
    static Estimate without(double estimate, Undefined why) {
        return new Estimate(Figure.of(estimate), Figure.undefined(why), Figure.undefined(why), Interval.undefined(why));
    }

    /** With Student's t; an error of nothing is told, but no interval. */
    static Estimate of(double estimate, double se, double df, double level) {
        if (isNothing(se, estimate)) {
            return new Estimate(
                    Figure.of(estimate),
                    Figure.of(0),
                    Figure.undefined(Undefined.ZERO_VARIANCE),
                    Interval.undefined(Undefined.ZERO_VARIANCE));
        }
        return new Estimate(
                Figure.of(estimate),
                Figure.of(se),
                Figure.of(df),
                Interval.around(estimate, Quantiles.t(level, df) * se));
    }

    /** An error so small beside the number that it is what computing leaves behind. */
    static boolean isNothing(double se, double beside) {
        return se <= NOTHING * Math.max(1, Math.abs(beside));
    }
}
