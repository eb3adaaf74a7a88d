package no.samtidig.statistics;

/**
 * A share with Wilson's score interval: (x + z²/2)/(n + z²) ± z/(n + z²) · √(x(n − x)/n + z²/4).
 *
 * <p>Source: Wilson 1927; as R's {@code prop.test(correct = FALSE)}.
 *
 * @param estimate x of n, from 0 to 1
 * @param interval its low is 0 at x = 0, its high 1 at x = n
 */
public record Wilson(Figure estimate, Interval interval) {
    /** The share x of n. */
    public static Wilson of(long x, long n, double level) {
        if (n == 0) {
            return new Wilson(Figure.undefined(Undefined.NO_DATA), Interval.undefined(Undefined.NO_DATA));
        }
        double z = Quantiles.z(level);
        double middle = (x + z * z / 2) / (n + z * z);
        double half = z / (n + z * z) * Math.sqrt((double) x * (n - x) / n + z * z / 4);
        return new Wilson(
                Figure.of((double) x / n), Interval.of(x == 0 ? 0 : middle - half, x == n ? 1 : middle + half));
    }
}
