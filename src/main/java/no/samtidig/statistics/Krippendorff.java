package no.samtidig.statistics;

import java.util.Arrays;

/**
 * Krippendorff's alpha: coincidences o_ck = Σ over items of pairs/(m − 1), n_c their sums; 1 − (n − 1) Σ o δ²/Σ n_c n_k δ². No interval.
 *
 * <p>Source: Krippendorff 2011; as {@code irrCAC}.
 */
final class Krippendorff {
    private Krippendorff() {}

    /** How far apart two codes are. */
    enum Distance {
        /** 0 or 1. */
        NOMINAL,
        /** (Σ_{c..k} n_g − (n_c + n_k)/2)². */
        ORDINAL,
        /** (c − k)². */
        INTERVAL
    }

    /**
     * Alpha of these codings.
     *
     * @param values what the codes stand for, where they are numbers
     */
    static Figure of(Codings codings, Distance distance, double... values) {
        if (codings.twice() == 0) {
            return Figure.undefined(Undefined.NO_DATA);
        }
        int q = codings.codes;
        double[][] together = new double[q][q];
        for (int[] item : codings.counts) {
            int times = Codings.times(item);
            for (int c = 0; c < q && times > 1; c++) {
                for (int k = 0; k < q; k++) {
                    together[c][k] += item[c] * (item[k] - (c == k ? 1.0 : 0)) / (times - 1);
                }
            }
        }
        double[] sums = Arrays.stream(together)
                .mapToDouble(it -> Arrays.stream(it).sum())
                .toArray();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < q; c++) {
            for (int k = 0; k < q; k++) {
                double apart = apart(distance, c, k, sums, values);
                observed += together[c][k] * apart;
                expected += sums[c] * sums[k] * apart;
            }
        }
        if (expected == 0) {
            return Figure.undefined(Undefined.ONE_CATEGORY_ONLY);
        }
        return Figure.of(1 - (Arrays.stream(sums).sum() - 1) * observed / expected);
    }

    private static double apart(Distance distance, int c, int k, double[] sums, double... values) {
        return switch (distance) {
            case NOMINAL -> c == k ? 0 : 1;
            case ORDINAL -> {
                double between = -(sums[c] + sums[k]) / 2;
                for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                    between += sums[g];
                }
                yield c == k ? 0 : between * between;
            }
            case INTERVAL -> (values[c] - values[k]) * (values[c] - values[k]);
        };
    }
}
