package no.samtidig.statistics;

/**
 * The difference between the means of two groups of different people, the second minus the first, for unequal variances: se = √(s₁²/n₁ +
 * s₂²/n₂), ν = se⁴ / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)).
 *
 * <p>Source: Welch 1947, Satterthwaite 1946; as R's {@code t.test(var.equal = FALSE)}. One group may be all alike, both may not.
 *
 * @param diff second minus first
 */
public record Welch(
        int n1, int n2, Figure mean1, Figure mean2, Figure sd1, Figure sd2, Figure diff, Inference inference) {
    /** The second group against the first. */
    public static Welch of(Sample first, Sample second, double level) {
        Figure diff = first.n() == 0 || second.n() == 0
                ? Figure.undefined(Undefined.NO_DATA)
                : Figure.of(second.average() - first.average());
        return new Welch(
                first.n(),
                second.n(),
                first.mean(),
                second.mean(),
                first.deviation(),
                second.deviation(),
                diff,
                inference(first, second, level));
    }

    private static Inference inference(Sample first, Sample second, double level) {
        if (first.n() == 0 || second.n() == 0) {
            return Inference.undefined(Undefined.NO_DATA);
        }
        if (first.n() < 2 || second.n() < 2) {
            return Inference.undefined(Undefined.N_TOO_SMALL);
        }
        if (first.alike() && second.alike()) {
            return Inference.undefined(Undefined.ZERO_VARIANCE);
        }
        double both = first.error() + second.error();
        double df = both
                * both
                / (first.error() * first.error() / (first.n() - 1)
                        + second.error() * second.error() / (second.n() - 1));
        return Inference.of(second.average() - first.average(), Math.sqrt(both), df, level);
    }
}
