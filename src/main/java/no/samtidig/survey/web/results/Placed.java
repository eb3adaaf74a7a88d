package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;

/**
 * A statement on a scale and where everybody's mean puts it. Only of ten or more: of fewer there is no mean.
 *
 * @param key which answer of the question
 * @param mean as it is shown; a reversed statement's too
 */
record Placed(Item.Question question, String key, Tally tally, Mean mean) {
    /** How good the mean is: of a reversed statement counted from the other end of the scale. */
    double good() {
        return good(question, key, mean);
    }

    static double good(Item.Question question, String key, Mean mean) {
        List<String> points = Scales.points(question);
        return Scales.isReversed(question, key)
                ? Integer.parseInt(points.getFirst()) + Integer.parseInt(points.getLast()) - mean.value()
                : mean.value();
    }

    /** Whether both are written with the same number. */
    boolean level(Placed other) {
        return ReportWording.rounded(good()) == ReportWording.rounded(other.good());
    }

    /** Whether chance could have put the two in the other order: their intervals touch, or one has none. */
    boolean near(Placed other) {
        Optional<Mean.Interval> mine = mean.interval();
        Optional<Mean.Interval> theirs = other.mean.interval();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return true;
        }
        double reach = (mine.get().high()
                        - mine.get().low()
                        + theirs.get().high()
                        - theirs.get().low())
                / 2;
        return Math.abs(good() - other.good()) <= reach;
    }

    /** The statements of a scale question that have a mean. */
    static List<Placed> of(Report report, Item.Question question) {
        List<Placed> all = new ArrayList<>();
        if (!Scales.points(question).isEmpty()) {
            for (String key : question.keys()) {
                report.tally(report.total(), key)
                        .ifPresent(
                                tally -> Mean.of(tally).ifPresent(it -> all.add(new Placed(question, key, tally, it))));
            }
        }
        return all;
    }
}
