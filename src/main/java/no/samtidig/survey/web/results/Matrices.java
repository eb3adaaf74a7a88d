package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** Lays out a page of the questionnaire: what is on one scale in one matrix, where the first of it stood. */
final class Matrices {
    private final Report report;
    private final ReportWording words;
    private final Drawing drawing;
    private final Charts charts;
    private final ScaleCharts bars;
    private final boolean weakest;

    /** @param weakest whether the lowest mean stands first, instead of as in the questionnaire */
    Matrices(Report report, ReportWording words, boolean weakest) {
        this.report = report;
        this.words = words;
        this.weakest = weakest;
        this.drawing = new Drawing(report, words);
        this.charts = new Charts(report, words);
        this.bars = new ScaleCharts(drawing);
    }

    List<ThemePart> of(Questionnaire.Sheet sheet) {
        Map<List<String>, List<Item.Question>> scales = new LinkedHashMap<>();
        List<Item.Question> all = sheet.items().stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .toList();
        all.stream()
                .filter(it -> inMatrix(report, it))
                .forEach(it -> scales.computeIfAbsent(words.legend(it), at -> new ArrayList<>())
                        .add(it));
        List<ThemePart> parts = new ArrayList<>();
        for (Item.Question question : all) {
            if (!inMatrix(report, question)) {
                parts.add(charts.of(question));
                continue;
            }
            List<Item.Question> scale = scales.remove(words.legend(question));
            if (scale != null) {
                parts.add(matrix("skala-" + sheet.number() + "-" + parts.size(), scale));
            }
        }
        return parts;
    }

    /** Each step of a slider is drawn, but for two rounds, of which the means are laid on one line. */
    static boolean inMatrix(Report report, Item.Question question) {
        return !Scales.points(question).isEmpty()
                && (!(question instanceof Item.Slider) || report.comparable(question.code()));
    }

    /** What a row is called in addresses within the page. */
    static String id(String key) {
        return "rad-" + key.replace('.', '-');
    }

    private Matrix matrix(String id, List<Item.Question> scale) {
        Item.Question first = scale.getFirst();
        boolean one = scale.size() == 1 && first instanceof Item.LikertGrid;
        boolean mixed = scale.stream().filter(Item.LikertGrid.class::isInstance).count() > 1;
        List<String> legend = words.legend(first);
        return new Matrix(
                id,
                one
                        ? words.in(first.text())
                        : words.text("results.kind." + first.kind().code()),
                first instanceof Item.Slider ? List.of() : bars.keys(first),
                report.other()
                        .map(it -> List.of(report.round().name(), it.name()))
                        .orElse(List.of()),
                legend.getFirst(),
                legend.getLast(),
                weakest ? List.of(sorted(scale, mixed)) : inOrder(scale, one));
    }

    private record Ranked(Matrix.Row row, Optional<Double> good) {}

    private Matrix.Part sorted(List<Item.Question> scale, boolean mixed) {
        List<Ranked> rows = new ArrayList<>();
        for (Item.Question question : scale) {
            for (String key : question.keys()) {
                String stem = mixed && question instanceof Item.LikertGrid ? words.in(question.text()) : "";
                Optional<Double> good =
                        report.tally(report.total(), key).flatMap(Mean::of).map(it -> Placed.good(question, key, it));
                rows.add(new Ranked(row(question, key, stem, drawing.notes(question)), good));
            }
        }
        List<Matrix.Row> ordered = rows.stream()
                .sorted(Comparator.comparingDouble(it -> it.good().orElse(Double.MAX_VALUE)))
                .map(Ranked::row)
                .toList();
        return new Matrix.Part("", "", List.of(words.text("results.order.note")), ordered);
    }

    /** Questions of a row each stand together; those of several under their own words. */
    private List<Matrix.Part> inOrder(List<Item.Question> scale, boolean one) {
        List<Matrix.Part> parts = new ArrayList<>();
        List<Matrix.Row> single = new ArrayList<>();
        for (Item.Question question : scale) {
            if (!(question instanceof Item.LikertGrid)) {
                single.add(row(question, question.code(), "", drawing.notes(question)));
                continue;
            }
            if (!single.isEmpty()) {
                parts.add(new Matrix.Part("", "", List.of(), single));
                single = new ArrayList<>();
            }
            parts.add(new Matrix.Part(
                    question.code(),
                    one ? "" : words.in(question.text()),
                    drawing.notes(question),
                    question.keys().stream()
                            .map(it -> row(question, it, "", List.of()))
                            .toList()));
        }
        if (!single.isEmpty()) {
            parts.add(new Matrix.Part("", "", List.of(), single));
        }
        return parts;
    }

    private Matrix.Row row(Item.Question question, String key, String stem, List<String> about) {
        Group total = report.total();
        Optional<Tally> tally = report.tally(total, key);
        Optional<Mean> mean = tally.flatMap(Mean::of);
        List<Group> groups = report.groups(key);
        Optional<Group> other = report.counterpart(total).filter(it -> report.comparable(key));
        Chart.Bar bar = bars.bar(question, key, total);
        List<String> notes = new ArrayList<>(about);
        tally.flatMap(it -> new Why(report, words).fewer(total, question, it)).ifPresent(it -> {
            notes.remove(words.text("results.some-asked"));
            notes.add(it);
        });
        Optional<Matrix.Dumbbell> dumbbell = other.flatMap(it -> dumbbell(question, key, mean, it));
        if (!bar.pieces().isEmpty() && groups.size() == 1) {
            notes.add(bar.note());
        }
        return new Matrix.Row(
                id(key),
                key,
                stem,
                words.asked(question, key),
                words.reversed(question, key),
                bar,
                dumbbell,
                report.other()
                        .map(it -> words.text("results.dumbbell.none", it.name()))
                        .orElse(""),
                n(tally, other.flatMap(it -> report.tally(it, key))),
                mean.map(it -> words.decimal(it.value())).orElseGet(() -> noMean(tally)),
                mean.flatMap(words::interval).orElse(""),
                mean.map(it -> middle(question, it)),
                notes.stream().filter(it -> !it.isEmpty()).toList(),
                groups.size() > 1
                        ? groups.stream().map(it -> bars.bar(question, key, it)).toList()
                        : List.of(),
                new ScaleTable(drawing).of(question, key));
    }

    private String noMean(Optional<Tally> tally) {
        return tally.map(it -> words.text(it.coarse() ? "results.matrix.no-mean" : "results.matrix.no-mean.unsure"))
                .orElse("");
    }

    private String n(Optional<Tally> mine, Optional<Tally> theirs) {
        if (mine.isEmpty()) {
            return "";
        }
        String n = words.counted(mine.get().answered());
        return theirs.map(it -> words.text("results.n-both", n, words.counted(it.answered())))
                .orElseGet(() -> words.text("results.n-is", n));
    }

    private Optional<Matrix.Dumbbell> dumbbell(Item.Question question, String key, Optional<Mean> mine, Group other) {
        Optional<Mean> theirs = report.tally(other, key).flatMap(Mean::of);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Mean.Difference difference = mine.get().since(theirs.get());
        boolean sure = Apart.sure(difference);
        String verdict = words.text(sure ? "results.dumbbell.apart" : "results.dumbbell.chance");
        return Optional.of(new Matrix.Dumbbell(
                at(question, mine.get().value()),
                at(question, theirs.get().value()),
                words.difference(difference),
                verdict,
                sure,
                words.text(
                        "results.dumbbell.alt",
                        report.round().name(),
                        words.mean(mine.get()),
                        report.other().orElseThrow().name(),
                        words.mean(theirs.get()),
                        words.difference(difference),
                        verdict)));
    }

    /** Where a mean lies between the ends of the scale. */
    private static double at(Item.Question question, double value) {
        List<String> points = Scales.points(question);
        double low = Integer.parseInt(points.getFirst());
        double high = Integer.parseInt(points.getLast());
        return Drawing.at(100 * Math.clamp((value - low) / (high - low), 0, 1));
    }

    private static Chart.Middle middle(Item.Question question, Mean mean) {
        return new Chart.Middle(at(question, mean.value()), mean.interval().map(it -> {
            double low = at(question, it.low());
            return new Chart.Band(low, Drawing.at(at(question, it.high()) - low));
        }));
    }
}
