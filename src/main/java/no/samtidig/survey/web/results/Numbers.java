package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.questionnaire.Bins;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;

/** The numbers of a report, one to a line, as files have them. */
final class Numbers {
    private Numbers() {}

    /**
     * Whose answer to what.
     *
     * @param key which answer of the question
     */
    record Subject(Report.Group group, Item.Question question, String key) {}

    /** A number, or that it is hidden. */
    sealed interface Entry {
        Subject subject();
    }

    /**
     * How many chose a value.
     *
     * @param of how many answered
     */
    record Share(Subject subject, String value, int count, int of, int percent) implements Entry {}

    /** About how many of a few chose a value. */
    record Rough(Subject subject, String value, Tally.Band band) implements Entry {}

    /**
     * The mean of a scale.
     *
     * @param of how many answered, those who were unsure too
     */
    record Average(Subject subject, Mean mean, int of) implements Entry {}

    /** Too few answered. */
    record Hidden(Subject subject) implements Entry {}

    static List<Entry> of(Report report) {
        List<Entry> all = new ArrayList<>();
        for (Item.Question question : report.round().questionnaire().questions()) {
            if (!Scales.typed(question)) {
                for (String key : question.keys()) {
                    for (Report.Group group : report.groups(key)) {
                        add(all, report, question, key, group);
                    }
                }
            }
        }
        return all;
    }

    private static void add(List<Entry> all, Report report, Item.Question question, String key, Report.Group group) {
        Subject subject = new Subject(group, question, key);
        Optional<Tally> found = report.tally(group, key);
        if (found.isEmpty()) {
            all.add(new Hidden(subject));
            return;
        }
        Tally tally = found.get();
        List<String> values =
                question instanceof Item.NumberQuestion number ? Bins.of(number).all() : question.values();
        if (tally.coarse()) {
            values.forEach(it -> all.add(new Rough(subject, it, tally.band(it))));
            return;
        }
        values.forEach(it ->
                all.add(new Share(subject, it, tally.of(it), tally.answered(), ReportWording.percent(tally, it))));
        if (!Scales.points(question).isEmpty()) {
            Mean.of(tally).ifPresent(it -> all.add(new Average(subject, it, tally.answered())));
        }
    }
}
