package no.samtidig.statistics;

/**
 * The mean of n out of N staff, as a description of just these N: se = s/√n · √(1 − n/N), t(n − 1). Only where somebody vouches for N and
 * those who did not answer are like those who did; never for change.
 *
 * <p>Source: Cochran 1977; as {@code survey::svymean(fpc =)}.
 *
 * @param population N
 * @param seWithout standard error without the correction
 */
public record FiniteMean(
        int n, int population, Figure mean, Figure sd, Figure seWithout, Figure se, Figure df, Interval interval) {
    /** The mean of a sample out of so many. */
    public static FiniteMean of(Sample sample, int population, double level) {
        int n = sample.n();
        if (n == 0) {
            Figure no = Figure.undefined(Undefined.NO_DATA);
            return new FiniteMean(n, population, no, no, no, no, no, Interval.undefined(Undefined.NO_DATA));
        }
        if (n > population) {
            Figure no = Figure.undefined(Undefined.N_EXCEEDS_N);
            return new FiniteMean(
                    n, population, no, no, no, no, Figure.of(n - 1.0), Interval.undefined(Undefined.N_EXCEEDS_N));
        }
        if (n == 1) {
            Figure no = Figure.undefined(Undefined.N_TOO_SMALL);
            return new FiniteMean(
                    n, population, sample.mean(), no, no, no, no, Interval.undefined(Undefined.N_TOO_SMALL));
        }
        double without = Math.sqrt(sample.error());
        double se = without * Math.sqrt(1 - (double) n / population);
        Interval interval;
        if (n == population) {
            interval = Interval.undefined(Undefined.CENSUS);
        } else if (sample.alike()) {
            interval = Interval.undefined(Undefined.ZERO_VARIANCE);
        } else {
            interval = Interval.around(sample.average(), Quantiles.t(level, n - 1.0) * se);
        }
        return new FiniteMean(
                n,
                population,
                sample.mean(),
                sample.deviation(),
                Figure.of(without),
                Figure.of(se),
                Figure.of(n - 1.0),
                interval);
    }
}
