package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * McDonald's omega: (Σλ)² / ((Σλ)² + Σθ), from one factor by maximum likelihood on complete rows, λ and θ in the items' own units (λᵢ = sᵢ ·
 * standardised).
 *
 * <p>Source: McDonald 1999; as {@code lavaan::cfa} and {@code factanal}. The likelihood is climbed by the EM steps of Rubin & Thayer 1982 on
 * the correlations, which never overshoot. No proper solution where any standardised θ falls under .005.
 *
 * @param loadings λ
 * @param uniquenesses θ
 */
public record Omega(int n, int k, Told<List<Double>> loadings, Told<List<Double>> uniquenesses, Figure omega) {
    private static final double IMPROPER = 0.005;
    private static final double STILL = 1e-13;
    private static final int STEPS = 400_000;

    /** Omega of these answers; {@link Double#NaN} is missing. */
    public static Omega of(List<double[]> rows) {
        List<double[]> complete = ScaleScore.complete(rows);
        int n = complete.size();
        int k = rows.isEmpty() ? 0 : rows.getFirst().length;
        if (k < 3) {
            return undefined(n, k, Undefined.TOO_FEW_ITEMS);
        }
        if (n <= k) {
            return undefined(n, k, n == 0 ? Undefined.NO_DATA : Undefined.N_TOO_SMALL);
        }
        List<Sample> items = IntStream.range(0, k)
                .mapToObj(i -> ScaleScore.column(complete, i))
                .toList();
        if (items.stream().anyMatch(Sample::alike)) {
            return undefined(n, k, Undefined.ZERO_VARIANCE);
        }
        Factor factor = Factor.of(correlations(items));
        if (Arrays.stream(factor.unique).anyMatch(it -> it < IMPROPER)) {
            return undefined(n, k, Undefined.NO_PROPER_SOLUTION);
        }
        double[] loadings = IntStream.range(0, k)
                .mapToDouble(i -> items.get(i).sd() * factor.loading[i])
                .toArray();
        double[] unique = IntStream.range(0, k)
                .mapToDouble(i -> items.get(i).variance() * factor.unique[i])
                .toArray();
        double common = Math.pow(Arrays.stream(loadings).sum(), 2);
        double sign = Math.signum(Arrays.stream(loadings).sum());
        return new Omega(
                n,
                k,
                Told.of(Arrays.stream(loadings).map(it -> it * sign).boxed().toList()),
                Told.of(Arrays.stream(unique).boxed().toList()),
                Figure.of(common / (common + Arrays.stream(unique).sum())));
    }

    private static double[][] correlations(List<Sample> items) {
        int k = items.size();
        double[][] correlations = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                correlations[i][j] = i == j ? 1 : Spearman.pearson(items.get(i), items.get(j));
            }
        }
        return correlations;
    }

    private static final class Factor {
        private final double[] loading;
        private final double[] unique;

        private Factor(int k) {
            loading = new double[k];
            unique = new double[k];
            Arrays.fill(loading, 0.5);
            Arrays.fill(unique, 0.5);
        }

        static Factor of(double[][] correlations) {
            Factor factor = new Factor(correlations.length);
            int step = 0;
            while (factor.climb(correlations) > STILL && step < STEPS) {
                step++;
            }
            return factor;
        }

        /** One step of EM; gives how far it went. */
        private double climb(double[][] correlations) {
            int k = loading.length;
            double weight = 1;
            for (int i = 0; i < k; i++) {
                weight += loading[i] * loading[i] / unique[i];
            }
            double[] beta = new double[k];
            for (int i = 0; i < k; i++) {
                beta[i] = loading[i] / unique[i] / weight;
            }
            double[] with = new double[k];
            double square = 1;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    with[i] += correlations[i][j] * beta[j];
                }
                square += beta[i] * (with[i] - loading[i]);
            }
            double moved = 0;
            for (int i = 0; i < k; i++) {
                double next = with[i] / square;
                double left = Math.max(1e-9, correlations[i][i] - next * with[i]);
                moved = Math.max(moved, Math.max(Math.abs(next - loading[i]), Math.abs(left - unique[i])));
                loading[i] = next;
                unique[i] = left;
            }
            return moved;
        }
    }

    private static Omega undefined(int n, int k, Undefined why) {
        return new Omega(n, k, Told.undefined(why), Told.undefined(why), Figure.undefined(why));
    }
}
