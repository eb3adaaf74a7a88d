package no.samtidig.survey.web.results;

import java.util.List;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.questionnaire.Bins;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Report;

/** Draws the results of a round: a chart for each question but scales, which stand in a {@link Matrix}. */
final class Charts {
    private final Report report;
    private final ReportWording words;
    private final Drawing drawing;
    private final ChoiceCharts choices;
    private final SliderCharts sliders;

    Charts(Report report, ReportWording words) {
        this.report = report;
        this.words = words;
        this.drawing = new Drawing(report, words);
        this.choices = new ChoiceCharts(drawing);
        this.sliders = new SliderCharts(drawing);
    }

    Chart of(Item.Question question) {
        return switch (question) {
            case Item.LikertGrid _, Item.Frequency _, Item.Importance _ ->
                throw new IllegalArgumentException("scales stand in a matrix");
            case Item.SingleChoice it -> choices.of(it, it.values());
            case Item.MultipleChoice it -> choices.of(it, it.values());
            case Item.NumberQuestion it -> choices.of(it, Bins.of(it).all());
            case Item.Slider it -> sliders.of(it);
            case Item.ShortText it -> texts(it);
            case Item.LongText it -> texts(it);
        };
    }

    private Chart texts(Item.Question question) {
        Report.Words found = report.words().getOrDefault(question.code(), new Report.Words(0, List.of()));
        String note = !report.whole()
                ? words.text("results.texts.not-whole")
                : found.count() == 0
                        ? words.text(report.settled() ? "results.texts.none" : "results.texts.few")
                        : found.count() > found.some().size()
                                ? words.text(
                                        "results.texts.some",
                                        words.whole(found.some().size()))
                                : words.text("results.texts.order");
        Chart.About about = drawing.about(question, note);
        return new Chart.Texts(
                new Chart.About(about.code(), about.text(), about.notes(), found.count() == 0 ? note : ""),
                ChartTable.NONE,
                found,
                words.whole(found.count()));
    }
}
