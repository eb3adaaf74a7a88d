package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For the question whether one item may be said to be larger than another: a paired t test for every pair (people who rated both; under
 * so many p = 1; all differences alike: p = 1 if nothing, else 2^(1 − n)), Holm over all pairs. An item's rank lies between 1 + the
 * number significantly larger and k − the number significantly smaller, all together. Tier 1: items nothing is significantly larger than; take
 * them out, and so on. Items of different tiers need not differ pair by pair: the rank interval is the statement.
 *
 * <p>Source: as R's {@code pairwise.t.test(paired = TRUE)}; ranks in the manner of Mogstad, Romano, Shaikh & Wilhelm 2024.
 *
 * @param items by tier, then mean, then the order given
 */
public record RankTiers(int nRaters, int nItems, int nTiers, List<Item> items, List<Pair> pairs) {
    public RankTiers {
        items = List.copyOf(items);
        pairs = List.copyOf(pairs);
    }

    /** One item and where it may stand. */
    public record Item(String item, int n, Figure mean, int rankLow, int rankHigh, int tier) {}

    /**
     * Two items beside each other.
     *
     * @param diff a minus b
     */
    public record Pair(String a, String b, int n, Figure diff, double p, double pHolm) {}

    /** Of ratings, a row for each rater; {@link Double#NaN} is missing. */
    public static RankTiers of(List<double[]> rows, List<String> items, double level, int minRaters) {
        int k = items.size();
        List<Sample> differences = new ArrayList<>();
        List<int[]> which = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            for (int b = a + 1; b < k; b++) {
                int first = a;
                int second = b;
                which.add(new int[] {a, b});
                differences.add(Sample.of(rows.stream()
                        .mapToDouble(row -> row[first] - row[second])
                        .toArray()));
            }
        }
        List<Double> p = differences.stream().map(it -> p(it, minRaters)).toList();
        List<Double> adjusted = Holm.of(p).adjusted();
        List<Pair> pairs = new ArrayList<>();
        boolean[][] larger = new boolean[k][k];
        for (int i = 0; i < which.size(); i++) {
            int a = which.get(i)[0];
            int b = which.get(i)[1];
            Sample difference = differences.get(i);
            pairs.add(
                    new Pair(items.get(a), items.get(b), difference.n(), difference.mean(), p.get(i), adjusted.get(i)));
            boolean significant = adjusted.get(i) < 1 - level;
            larger[a][b] = significant && difference.average() > 0;
            larger[b][a] = significant && difference.average() < 0;
        }
        int[] tiers = tiers(larger);
        List<Item> ranked = IntStream.range(0, k)
                .mapToObj(i -> {
                    Sample of = ScaleScore.column(rows, i);
                    int above = (int)
                            IntStream.range(0, k).filter(it -> larger[it][i]).count();
                    int below = (int)
                            IntStream.range(0, k).filter(it -> larger[i][it]).count();
                    return new Item(items.get(i), of.n(), of.mean(), 1 + above, k - below, tiers[i]);
                })
                .sorted(Comparator.comparingInt(Item::tier)
                        .thenComparingDouble(it -> -it.mean().number().orElse(Double.NEGATIVE_INFINITY)))
                .toList();
        int raters = (int) rows.stream()
                .filter(row -> Arrays.stream(row).anyMatch(it -> !Double.isNaN(it)))
                .count();
        return new RankTiers(raters, k, Arrays.stream(tiers).max().orElse(0), ranked, pairs);
    }

    private static double p(Sample differences, int minRaters) {
        int n = differences.n();
        if (n < Math.max(2, minRaters)) {
            return 1;
        }
        if (differences.alike()) {
            return Estimate.isNothing(Math.abs(differences.average()), 0) ? 1 : Math.pow(2, 1.0 - n);
        }
        return Quantiles.p(differences.average() / Math.sqrt(differences.error()), n - 1.0);
    }

    private static int[] tiers(boolean[]... larger) {
        int k = larger.length;
        int[] tiers = new int[k];
        int placed = 0;
        for (int tier = 1; placed < k; tier++) {
            List<Integer> top = new ArrayList<>();
            for (int i = 0; i < k; i++) {
                int mine = i;
                if (tiers[i] == 0 && IntStream.range(0, k).noneMatch(it -> tiers[it] == 0 && larger[it][mine])) {
                    top.add(i);
                }
            }
            if (top.isEmpty()) {
                // different people rated different items, and each is larger than the next in a ring: nothing sets them
                // apart
                IntStream.range(0, k).filter(it -> tiers[it] == 0).forEach(top::add);
            }
            for (int i : top) {
                tiers[i] = tier;
            }
            placed += top.size();
        }
        return tiers;
    }
}
