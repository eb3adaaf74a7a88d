package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bootstrap over single volleys as a definition: all V^V resamples with equal weight, those without a denominator left out (over 5 %: no
 * interval), sd with divisor n, limits the smallest value with a cumulative share of at least (1 − level)/2 and 1 − (1 − level)/2.
 *
 * <p>Source: Efron 1979. For checking a sampled bootstrap of short sessions, not for a page.
 */
public record VolleyRatioExact(
        int volleys,
        double numerator,
        double denominator,
        Figure estimate,
        Figure seLinear,
        Figure seJackknife,
        Figure bootstrapSe,
        Interval bootstrap,
        double undefinedShare) {
    private static final int MOST = 8;
    private static final double MOST_UNDEFINED = 0.05;

    /** Of counts for each volley; at most eight. */
    public static VolleyRatioExact of(List<Double> numerators, List<Double> denominators, double level) {
        VolleyRatio ratio = VolleyRatio.of(numerators, denominators, level);
        int volleys = ratio.volleys();
        if (volleys == 0 || volleys > MOST) {
            throw new IllegalArgumentException("one to " + MOST + " volleys can be resampled in every way");
        }
        long draws = Math.round(Math.pow(volleys, volleys));
        List<Double> ratios = new ArrayList<>();
        for (long draw = 0; draw < draws; draw++) {
            double above = 0;
            double below = 0;
            long left = draw;
            for (int it = 0; it < volleys; it++) {
                int drawn = (int) (left % volleys);
                above += numerators.get(drawn);
                below += denominators.get(drawn);
                left /= volleys;
            }
            if (below != 0) {
                ratios.add(above / below);
            }
        }
        double undefined = 1 - (double) ratios.size() / draws;
        Figure error;
        Interval interval;
        if (ratio.estimate().reason().isPresent()) {
            error = Figure.undefined(Undefined.ZERO_DENOMINATOR);
            interval = Interval.undefined(Undefined.ZERO_DENOMINATOR);
        } else {
            double[] sorted = ratios.stream().mapToDouble(it -> it).sorted().toArray();
            Sample sample = Sample.of(sorted);
            error = Figure.of(sample.n() < 2 ? 0 : sample.sd() * Math.sqrt((sample.n() - 1.0) / sample.n()));
            interval = interval(sample, undefined, level, sorted);
        }
        return new VolleyRatioExact(
                volleys,
                ratio.numerator(),
                ratio.denominator(),
                ratio.estimate(),
                ratio.seLinear(),
                ratio.seJackknife(),
                error,
                interval,
                undefined);
    }

    private static Interval interval(Sample sample, double undefined, double level, double... sorted) {
        if (undefined > MOST_UNDEFINED) {
            return Interval.undefined(Undefined.TOO_MANY_UNDEFINED_RESAMPLES);
        }
        if (sample.alike()) {
            return Interval.undefined(Undefined.ZERO_VARIANCE);
        }
        return Interval.of(at((1 - level) / 2, sorted), at(1 - (1 - level) / 2, sorted));
    }

    private static double at(double share, double... sorted) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-6);
        return Arrays.stream(sorted).skip(Math.max(0, rank - 1)).findFirst().orElseThrow();
    }
}
