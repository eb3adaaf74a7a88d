package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** What all charts of a report have in common: whose results they are, in which words, and what stands around a picture. */
record Drawing(Report report, ReportWording words) {
    /** A question that fewer than nine of ten answered says so. */
    private static final double MOST = 0.9;

    Chart.About about(Item.Question question, String... more) {
        List<String> notes = new ArrayList<>(List.of(more));
        notes.addAll(notes(question));
        Why why = new Why(report, words);
        report.tally(report.total(), question.code())
                .filter(it -> it.answered() < MOST * report.total().n().orElse(0) && !why.some(question))
                .flatMap(it -> why.fewer(report.total(), question, it))
                .ifPresent(notes::add);
        boolean hidden = question.keys().stream()
                .allMatch(key -> report.groups(key).stream()
                        .allMatch(it -> report.tally(it, key).isEmpty()));
        return new Chart.About(
                question.code(), words.in(question.text()), notes, hidden ? why.hidden(report.total(), question) : "");
    }

    /** What must be known to read a question right. */
    List<String> notes(Item.Question question) {
        List<String> notes = new ArrayList<>();
        if (new Why(report, words).some(question)) {
            notes.add(words.text("results.some-asked"));
        }
        if (!Scales.typed(question) && report.other().isPresent()) {
            String other = report.other().get().name();
            if (question.keys().stream().noneMatch(report::comparable)) {
                notes.add(words.text("results.not-the-same", other));
            } else if (!question.keys().stream().allMatch(report::comparable)) {
                notes.add(words.text("results.some-not-the-same", other));
            }
        }
        return notes;
    }

    Optional<String> n(Optional<Tally> tally) {
        return tally.map(it -> words.counted(it.answered()));
    }

    /** A measure in percent of the drawing's width, with no more digits than can be seen. */
    static double at(double percent) {
        return Math.round(percent * 100) / 100.0;
    }

    /** The values with how many chose each, in words. */
    String listed(Item.Question question, List<String> values, Tally tally) {
        return values.stream()
                .map(it -> words.value(question, it) + " " + words.part(tally, it))
                .collect(Collectors.joining(", "));
    }

    /** How far the group is from the same group in the other round. */
    Optional<Mean.Difference> difference(Group group, String key) {
        if (report.ofOther(group) || !report.comparable(key)) {
            return Optional.empty();
        }
        Optional<Mean> mine = report.tally(group, key).flatMap(Mean::of);
        Optional<Mean> theirs =
                report.counterpart(group).flatMap(it -> report.tally(it, key)).flatMap(Mean::of);
        return mine.isPresent() && theirs.isPresent() ? Optional.of(mine.get().since(theirs.get())) : Optional.empty();
    }

    /** A line of a table that would tell too much. */
    List<String> few(int cells) {
        return Stream.concat(
                        Stream.of(words.text("results.few")),
                        IntStream.range(1, cells).mapToObj(it -> "–"))
                .toList();
    }
}
