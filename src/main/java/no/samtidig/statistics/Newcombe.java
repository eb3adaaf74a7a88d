package no.samtidig.statistics;

/**
 * The difference between two shares, the second minus the first, with the interval made of Wilson's two: d − √((p₂ − l₂)² + (u₁ − p₁)²) to
 * d + √((u₂ − p₂)² + (p₁ − l₁)²).
 *
 * <p>Source: Newcombe 1998, method 10.
 *
 * @param first the first share
 * @param second the second
 * @param diff second minus first
 */
public record Newcombe(Figure first, Figure second, Figure diff, Interval interval) {
    /** x₂ of n₂ against x₁ of n₁. */
    public static Newcombe of(long x1, long n1, long x2, long n2, double level) {
        Wilson before = Wilson.of(x1, n1, level);
        Wilson after = Wilson.of(x2, n2, level);
        if (n1 == 0 || n2 == 0) {
            return new Newcombe(
                    before.estimate(),
                    after.estimate(),
                    Figure.undefined(Undefined.NO_DATA),
                    Interval.undefined(Undefined.NO_DATA));
        }
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        double down = Math.hypot(p2 - low(after), high(before) - p1);
        double up = Math.hypot(high(after) - p2, p1 - low(before));
        return new Newcombe(
                before.estimate(), after.estimate(), Figure.of(p2 - p1), Interval.of(p2 - p1 - down, p2 - p1 + up));
    }

    private static double low(Wilson of) {
        return of.interval().low().number().orElseThrow();
    }

    private static double high(Wilson of) {
        return of.interval().high().number().orElseThrow();
    }
}
