package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** Draws choices and numbers: bars from the left, each group by itself. */
final class ChoiceCharts {
    private final Drawing drawing;
    private final Report report;
    private final ReportWording words;

    ChoiceCharts(Drawing drawing) {
        this.drawing = drawing;
        this.report = drawing.report();
        this.words = drawing.words();
    }

    private String label(Item.Question question, String value) {
        if (question instanceof Item.NumberQuestion number) {
            String unit = number.unit() == null ? "" : " " + words.in(number.unit());
            return Tally.Bin.of(value).map(words::bin).orElse(value) + unit;
        }
        return words.value(question, value);
    }

    Chart of(Item.Question question, List<String> values) {
        String key = question.code();
        boolean number = question instanceof Item.NumberQuestion;
        List<Chart.Panel> panels = report.groups(key).stream()
                .map(it -> panel(question, values, it, number))
                .toList();
        List<String> head = new ArrayList<>();
        report.groups(key).forEach(it -> head.add(words.group(report, it)));
        List<ChartTable.Row> rows = new ArrayList<>();
        rows.add(new ChartTable.Row(
                words.text("results.n"),
                report.groups(key).stream()
                        .map(it -> report.tally(it, key)
                                .map(at -> words.counted(at.answered()))
                                .orElseGet(() -> words.text("results.few")))
                        .toList()));
        for (String value : values) {
            rows.add(new ChartTable.Row(
                    label(question, value),
                    report.groups(key).stream()
                            .map(it -> report.tally(it, key)
                                    .map(at -> words.part(at, value))
                                    .orElse("–"))
                            .toList()));
        }
        if (number) {
            rows.add(new ChartTable.Row(
                    words.text("results.median.title"),
                    report.groups(key).stream()
                            .map(it -> report.tally(it, key)
                                    .flatMap(Tally::median)
                                    .map(words::bin)
                                    .orElse("–"))
                            .toList()));
        }
        Chart.About about = question instanceof Item.MultipleChoice
                ? drawing.about(question, words.text("results.several"))
                : number ? drawing.about(question, words.text("results.binned")) : drawing.about(question);
        return new Chart.Bars(
                about,
                new ChartTable(words.text(number ? "results.number" : "results.alternative"), head, rows),
                panels);
    }

    /** What nobody is in at the upper end is one line in the picture; the table has them all. */
    private void emptyTogether(Item.NumberQuestion question, List<String> values, Tally tally, List<Chart.Line> lines) {
        int last = values.size();
        while (last > 0 && tally.of(values.get(last - 1)) == 0) {
            last--;
        }
        List<Tally.Bin> empty = values.subList(last, values.size()).stream()
                .flatMap(it -> Tally.Bin.of(it).stream())
                .toList();
        if (empty.size() > 1) {
            int from = empty.getFirst().from();
            int to = empty.getLast().to();
            lines.subList(last, lines.size()).clear();
            lines.add(new Chart.Line(label(question, from + ".." + to), 0, words.part(tally, values.getLast())));
        }
    }

    private static double width(Tally tally, String value) {
        return tally.coarse() ? Chart.Line.UNTOLD : Drawing.at(100 * tally.share(value));
    }

    private Chart.Panel panel(Item.Question question, List<String> values, Group group, boolean number) {
        String label = words.group(report, group);
        Optional<Tally> found = report.tally(group, question.code());
        if (found.isEmpty()) {
            return new Chart.Panel(
                    label,
                    drawing.n(found),
                    report.ofOther(group),
                    words.text("results.few.alt", label),
                    List.of(),
                    new Why(report, words).hidden(group, question));
        }
        Tally tally = found.get();
        List<Chart.Line> lines = new ArrayList<>(values.stream()
                .map(it -> new Chart.Line(label(question, it), width(tally, it), words.part(tally, it)))
                .toList());
        if (number && !tally.coarse()) {
            emptyTogether((Item.NumberQuestion) question, values, tally, lines);
        }
        String alt = lines.stream().map(it -> it.label() + " " + it.value()).collect(Collectors.joining(", "));
        String note = number
                ? tally.median()
                        .map(it -> words.text("results.median", words.bin(it)))
                        .orElse("")
                : "";
        return new Chart.Panel(
                label,
                drawing.n(found),
                report.ofOther(group),
                words.text("results.alt", label, words.counted(tally.answered()), alt),
                lines,
                note);
    }
}
