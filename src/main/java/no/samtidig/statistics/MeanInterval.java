package no.samtidig.statistics;

/**
 * A mean with Student's interval: mean ± t(n − 1) · s/√n.
 *
 * <p>Source: Student 1908; as R's {@code t.test}. Where all are alike the mean is known and the interval is not.
 *
 * @param n how many
 * @param mean their mean
 * @param sd standard deviation
 * @param se standard error
 * @param df n − 1
 */
public record MeanInterval(int n, Figure mean, Figure sd, Figure se, Figure df, Interval interval) {
    /** The mean of a sample. */
    public static MeanInterval of(Sample sample, double level) {
        int n = sample.n();
        if (n < 2) {
            Undefined why = n == 0 ? Undefined.NO_DATA : Undefined.N_TOO_SMALL;
            Figure no = Figure.undefined(why);
            return new MeanInterval(n, sample.mean(), no, no, no, Interval.undefined(why));
        }
        double se = Math.sqrt(sample.error());
        Interval interval = sample.alike()
                ? Interval.undefined(Undefined.ZERO_VARIANCE)
                : Interval.around(sample.average(), Quantiles.t(level, n - 1.0) * se);
        return new MeanInterval(n, sample.mean(), sample.deviation(), Figure.of(se), Figure.of(n - 1.0), interval);
    }
}
