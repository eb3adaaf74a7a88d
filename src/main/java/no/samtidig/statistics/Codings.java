package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * What several coders called several items: for each item how many chose each code. Items nobody coded are left out.
 */
final class Codings {
    /** By item, then code. */
    final List<int[]> counts;
    /** Length of the code list, used or not. */
    final int codes;

    Codings(List<int[]> counts, int codes) {
        this.counts = counts.stream().filter(it -> times(it) > 0).toList();
        this.codes = codes;
    }

    static int times(int... counts) {
        return Arrays.stream(counts).sum();
    }

    /** How many items were coded at least twice. */
    int twice() {
        return (int) counts.stream().filter(it -> times(it) > 1).count();
    }

    boolean oneCodeOnly() {
        int used = 0;
        for (int code = 0; code < codes; code++) {
            int at = code;
            used += counts.stream().anyMatch(it -> it[at] > 0) ? 1 : 0;
        }
        return used < 2;
    }

    /** Weighted agreement of the pairs of codings of one item that was coded at least twice. */
    double agreement(int[] item, Weighting weighting) {
        double agreed = 0;
        for (int k = 0; k < codes; k++) {
            for (int l = 0; l < codes; l++) {
                agreed += weighting.of(k, l, codes) * item[k] * (item[l] - (k == l ? 1 : 0));
            }
        }
        int times = times(item);
        return agreed / (times * (times - 1.0));
    }

    /** Mean over items coded at least twice. */
    double agreement(Weighting weighting) {
        return counts.stream()
                .filter(it -> times(it) > 1)
                .mapToDouble(it -> agreement(it, weighting))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean of the items' shares of each code. */
    double[] shares() {
        double[] shares = new double[codes];
        for (int[] item : counts) {
            for (int k = 0; k < codes; k++) {
                shares[k] += (double) item[k] / times(item) / counts.size();
            }
        }
        return shares;
    }
}
