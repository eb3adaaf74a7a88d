package no.samtidig.statistics;

/**
 * From so low to so high, both or neither known. It speaks of chance in who answered, not of who did not answer. Never cut to the range of
 * a scale.
 */
public record Interval(Figure low, Figure high) {
    static Interval of(double low, double high) {
        return new Interval(Figure.of(low), Figure.of(high));
    }

    static Interval undefined(Undefined why) {
        return new Interval(Figure.undefined(why), Figure.undefined(why));
    }

    /** As wide as this to both sides. */
    static Interval around(double middle, double halfWidth) {
        return of(middle - halfWidth, middle + halfWidth);
    }

    /** Known, and zero does not lie within. */
    public boolean excludesZero() {
        return low.number().filter(it -> it > 0).isPresent()
                || high.number().filter(it -> it < 0).isPresent();
    }
}
