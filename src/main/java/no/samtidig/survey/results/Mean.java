package no.samtidig.survey.results;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of answers on a scale. Those who were unsure are not in it.
 *
 * @param n how many answers
 * @param value the mean
 * @param deviation standard deviation of the answers, with n − 1 in the denominator; 0 where there is one answer
 */
public record Mean(int n, double value, double deviation) {
    private static final double UPPER = 0.975;

    /**
     * From so low to so high. It speaks of chance only, as if those who answered were drawn by lot: not of who did not answer.
     */
    public record Interval(double low, double high) {}

    /** The mean of the values that are whole numbers; empty where nobody chose any, and of few, whose numbers it could tell. */
    public static Optional<Mean> of(Tally tally) {
        if (tally.coarse()) {
            return Optional.empty();
        }
        int n = 0;
        double sum = 0;
        double squares = 0;
        for (Map.Entry<String, Integer> it : tally.counts().entrySet()) {
            if (it.getKey().matches("\\d+")) {
                double value = Integer.parseInt(it.getKey());
                n += it.getValue();
                sum += value * it.getValue();
                squares += value * value * it.getValue();
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        double variance = n == 1 ? 0 : Math.max(0, (squares - sum * sum / n) / (n - 1));
        return Optional.of(new Mean(n, sum / n, Math.sqrt(variance)));
    }

    /**
     * 95 % confidence interval of the mean, Student's t: x̄ ± t(0.975; n − 1) · s / √n (Student 1908). Empty for one answer, and where all
     * answered the same: then the formula gives a width of nothing, which would say more than is known.
     */
    public Optional<Interval> interval() {
        return around(value, deviation / Math.sqrt(n), n - 1);
    }

    /**
     * The difference between two means with its 95 % confidence interval for unequal variances, with the degrees of freedom of Welch and
     * Satterthwaite: ν = (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)) (Welch 1947).
     *
     * @param value later minus earlier
     */
    public record Difference(double value, Optional<Interval> interval) {}

    /** How far this mean is from an earlier one. */
    public Difference since(Mean earlier) {
        double mine = deviation * deviation / n;
        double theirs = earlier.deviation * earlier.deviation / earlier.n;
        double both = mine + theirs;
        double freedom =
                n < 2 || earlier.n < 2 ? 0 : both * both / (mine * mine / (n - 1) + theirs * theirs / (earlier.n - 1));
        double apart = value - earlier.value;
        return new Difference(apart, around(apart, Math.sqrt(both), freedom));
    }

    private static Optional<Interval> around(double middle, double error, double freedom) {
        if (!(freedom > 0) || error == 0) {
            return Optional.empty();
        }
        double wide = TDistribution.of(freedom).inverseCumulativeProbability(UPPER) * error;
        return Optional.of(new Interval(middle - wide, middle + wide));
    }
}
