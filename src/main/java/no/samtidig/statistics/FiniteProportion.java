package no.samtidig.statistics;

/**
 * The share among n out of N staff: se = √((1 − n/N) · p(1 − p)/(n − 1)).
 *
 * <p>Source: Cochran 1977; as {@code survey::svymean(fpc =)}. Needs what {@link FiniteMean} needs.
 *
 * @param seWithout standard error without the correction
 */
public record FiniteProportion(Figure estimate, Figure seWithout, Figure se) {
    /** x of n, out of so many. */
    public static FiniteProportion of(int x, int n, int population) {
        if (n == 0 || n > population) {
            Figure no = Figure.undefined(n == 0 ? Undefined.NO_DATA : Undefined.N_EXCEEDS_N);
            return new FiniteProportion(no, no, no);
        }
        double p = (double) x / n;
        if (n == 1) {
            Figure no = Figure.undefined(Undefined.N_TOO_SMALL);
            return new FiniteProportion(Figure.of(p), no, no);
        }
        double without = Math.sqrt(p * (1 - p) / (n - 1));
        return new FiniteProportion(
                Figure.of(p), Figure.of(without), Figure.of(without * Math.sqrt(1 - (double) n / population)));
    }
}
