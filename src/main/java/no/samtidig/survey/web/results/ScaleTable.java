package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** The table beside a scale or a slider: how many chose each point, and the mean. */
final class ScaleTable {
    private final Drawing drawing;
    private final Report report;
    private final ReportWording words;

    ScaleTable(Drawing drawing) {
        this.drawing = drawing;
        this.report = drawing.report();
        this.words = drawing.words();
    }

    /** Of one statement: a line for each group. */
    ChartTable of(Item.Question question, String key) {
        List<String> points = Scales.points(question);
        List<String> apart = apart(question);
        List<String> head = new ArrayList<>();
        head.add(words.text("results.n"));
        points.forEach(it -> head.add(words.value(question, it)));
        apart.forEach(it -> head.add(words.value(question, it)));
        head.add(words.text("results.mean.title"));
        head.add(words.text("results.interval.title"));
        if (report.other().isPresent()) {
            head.add(words.text("results.difference.title"));
        }
        List<ChartTable.Row> rows = report.groups(key).stream()
                .map(group -> new ChartTable.Row(
                        words.group(report, group),
                        report.tally(group, key)
                                .map(it -> scaleRow(points, apart, group, key, it))
                                .orElseGet(() -> drawing.few(head.size()))))
                .toList();
        return new ChartTable(words.text("results.group"), head, rows);
    }

    /** The answers that are no points of the scale. */
    private static List<String> apart(Item.Question question) {
        return question.values().stream()
                .filter(it -> it.equals(Item.UNSURE) || it.equals(Item.IRRELEVANT))
                .toList();
    }

    private List<String> scaleRow(List<String> points, List<String> apart, Group group, String key, Tally tally) {
        List<String> cells = new ArrayList<>();
        cells.add(words.counted(tally.answered()));
        points.forEach(it -> cells.add(words.part(tally, it)));
        apart.forEach(it -> cells.add(words.part(tally, it)));
        Optional<Mean> mean = Mean.of(tally);
        cells.add(mean.map(it -> words.decimal(it.value())).orElse("–"));
        cells.add(mean.flatMap(words::interval).orElse("–"));
        if (report.other().isPresent()) {
            cells.add(drawing.difference(group, key).map(words::difference).orElse("–"));
        }
        return cells;
    }
}
