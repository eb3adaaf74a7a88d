package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** Draws what was answered from 0 to 10: each step for one group, the means for several. */
final class SliderCharts {
    private static final int COLUMN_HEIGHT = 88;
    private static final int STEPS = 11;

    private final Drawing drawing;
    private final Report report;
    private final ReportWording words;

    SliderCharts(Drawing drawing) {
        this.drawing = drawing;
        this.report = drawing.report();
        this.words = drawing.words();
    }

    private static double middle(double value) {
        return 100 * (value + 0.5) / STEPS;
    }

    private Optional<Chart.Middle> middle(Optional<Mean> mean) {
        return mean.map(it ->
                new Chart.Middle(Drawing.at(middle(it.value())), it.interval().map(between -> {
                    double low = Math.max(0, middle(between.low()));
                    double high = Math.min(100, middle(between.high()));
                    return new Chart.Band(Drawing.at(low), Drawing.at(high - low));
                })));
    }

    Chart of(Item.Slider question) {
        String key = question.code();
        List<String> points = question.values();
        ChartTable table = new ScaleTable(drawing).of(question, key);
        List<Group> groups = report.groups(key);
        String low = words.in(question.low());
        String high = words.in(question.high());
        if (groups.size() > 1) {
            return new Chart.Dots(
                    drawing.about(question),
                    table,
                    low,
                    high,
                    groups.stream().map(it -> dot(question, it)).toList());
        }
        Optional<Tally> tally = report.tally(groups.getFirst(), key);
        Optional<Mean> mean = tally.flatMap(Mean::of);
        String label = words.group(report, groups.getFirst());
        return new Chart.Steps(
                drawing.about(question),
                table,
                low,
                high,
                drawing.n(tally),
                tally.map(it -> words.text(
                                "results.alt",
                                label,
                                words.counted(it.answered()),
                                drawing.listed(question, points, it)))
                        .orElseGet(() -> words.text("results.few.alt", label)),
                tally.filter(it -> !it.coarse()).map(it -> columns(points, it)).orElse(List.of()),
                middle(mean),
                tally.filter(Tally::coarse)
                        .map(it -> words.bands(question, it))
                        .or(() -> mean.map(it -> words.text("results.mean", words.mean(it))))
                        .orElse(""));
    }

    private static List<Chart.Column> columns(List<String> points, Tally tally) {
        double highest = points.stream().mapToDouble(tally::share).max().orElse(1);
        return IntStream.range(0, points.size())
                .mapToObj(it -> {
                    double share = tally.share(points.get(it));
                    int height = (int) Math.round(COLUMN_HEIGHT * share / highest);
                    double wide = 100.0 / points.size();
                    return new Chart.Column(
                            Drawing.at(it * wide + 0.9),
                            Drawing.at(wide - 1.8),
                            Drawing.at((it + 0.5) * wide),
                            COLUMN_HEIGHT + 20 - height,
                            height,
                            points.get(it),
                            ReportWording.percentBeside(tally, points.get(it)));
                })
                .toList();
    }

    private Chart.Dot dot(Item.Slider question, Group group) {
        String label = words.group(report, group);
        Optional<Tally> tally = report.tally(group, question.code());
        Optional<Mean> mean = tally.flatMap(Mean::of);
        List<String> notes = new ArrayList<>();
        mean.ifPresent(it -> notes.add(words.text("results.mean", words.mean(it))));
        drawing.difference(group, question.code())
                .ifPresent(it -> notes.add(words.text("results.difference", words.difference(it))));
        tally.filter(Tally::coarse).ifPresent(it -> notes.add(words.bands(question, it)));
        String note = String.join(" · ", notes);
        return new Chart.Dot(
                label,
                drawing.n(tally),
                report.ofOther(group),
                tally.map(it -> words.text("results.alt", label, words.counted(it.answered()), note))
                        .orElseGet(() -> words.text("results.few.alt", label)),
                middle(mean),
                tally.isPresent() ? note : new Why(report, words).hidden(group, question));
    }
}
