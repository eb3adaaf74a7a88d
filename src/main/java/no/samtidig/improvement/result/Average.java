package no.samtidig.improvement.result;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean with its 95 % confidence interval: x̄ ± t(0.975; n − 1) · s / √n (Student 1908). In steps of the scale.
 *
 * @param low rounded by the page, outwards; it can lie outside the scale
 */
public record Average(int n, double value, double low, double high) {
    private static final double UPPER = 0.975;
    private static final double ALIKE = 1e-9;

    /** Empty of fewer than ten. */
    static Optional<Average> of(List<Double> values) {
        int n = values.size();
        if (n < GapResult.COUNTED) {
            return Optional.empty();
        }
        double mean = values.stream().mapToDouble(it -> it).sum() / n;
        double squares =
                values.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        double wide = TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER) * Math.sqrt(squares / (n - 1) / n);
        return Optional.of(new Average(n, mean, mean - wide, mean + wide));
    }

    /** Whether all, or all but one, said so much the same that a mean would tell what each of them said. */
    static boolean tellsAll(List<Double> values) {
        return values.stream()
                .anyMatch(it -> values.stream()
                                .filter(other -> Math.abs(other - it) < ALIKE)
                                .count()
                        >= values.size() - 1);
    }
}
