package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A person's score is the mean of the items answered, if at least half of those asked were (exactly half counts); a group's is the mean of
 * its persons.
 *
 * @param scores of each row; unknown where too few were answered
 * @param n persons with a score
 * @param nTooFewItems persons without
 * @param percentOfMax 100 (mean − min)/(max − min)
 * @param standardised (mean − reference mean)/reference sd, where there is a reference
 */
public record ScaleScore(
        List<Figure> scores,
        int n,
        int nTooFewItems,
        Figure mean,
        Figure sd,
        Figure percentOfMax,
        Optional<Figure> standardised) {
    public ScaleScore {
        scores = List.copyOf(scores);
    }

    /** What a score is compared with. */
    public record Reference(double mean, double sd) {}

    /**
     * Scores of persons, one row each.
     *
     * @param rows answers; {@link Double#NaN} is missing
     * @param min lowest possible
     * @param max highest possible
     */
    public static ScaleScore of(List<double[]> rows, double min, double max, Optional<Reference> reference) {
        List<Figure> scores = rows.stream().map(ScaleScore::person).toList();
        Sample group =
                Sample.of(scores.stream().flatMap(it -> it.number().stream()).toList());
        return new ScaleScore(
                scores,
                group.n(),
                rows.size() - group.n(),
                group.mean(),
                group.n() == 0 ? Figure.undefined(Undefined.NO_DATA) : group.deviation(),
                group.mean().map(it -> 100 * (it - min) / (max - min)),
                reference.map(to -> group.mean().map(it -> (it - to.mean()) / to.sd())));
    }

    private static Figure person(double... answers) {
        Sample answered = Sample.of(answers);
        return answered.n() == 0 || 2 * answered.n() < answers.length
                ? Figure.undefined(Undefined.TOO_FEW_ITEMS)
                : answered.mean();
    }

    /** Rows without a missing answer. */
    static List<double[]> complete(List<double[]> rows) {
        return rows.stream()
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .toList();
    }

    /** One column of complete rows. */
    static Sample column(List<double[]> rows, int item) {
        return Sample.of(rows.stream().mapToDouble(row -> row[item]).toArray());
    }
}
