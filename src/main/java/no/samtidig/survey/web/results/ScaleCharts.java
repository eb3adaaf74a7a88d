package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.platform.ui.ChartKey;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/** Draws scales: bars that spread from the middle. */
final class ScaleCharts {
    /** A piece narrower than this, in percent of the drawing, has no room for its number on a phone. */
    private static final double ROOM_ON_A_PHONE = 9;

    /** And none on a wide screen. */
    private static final double ROOM_FOR_A_NUMBER = 3.5;

    private final Drawing drawing;
    private final Report report;
    private final ReportWording words;
    private final double half;

    ScaleCharts(Drawing drawing) {
        this.drawing = drawing;
        this.report = drawing.report();
        this.words = drawing.words();
        this.half = half(report);
    }

    /** What the colours of the question mean. */
    List<ChartKey> keys(Item.Question question) {
        List<String> points = Scales.points(question);
        return IntStream.range(0, points.size())
                .mapToObj(it -> new ChartKey(tone(it, points.size()), words.value(question, points.get(it))))
                .toList();
    }

    /** The shares of everybody's bar from left to right, where no number can be written in it. */
    String shares(Item.Question question, String key) {
        return report.tally(report.total(), key)
                .filter(tally -> !tally.coarse())
                .map(tally -> words.text(
                        "results.report.shares",
                        Scales.points(question).stream()
                                .map(it -> String.valueOf(ReportWording.percent(tally, it)))
                                .collect(Collectors.joining(" – "))))
                .orElse("");
    }

    /** How far the longest bar of all reaches from the middle, as a share. One for the whole report, so that bars can be compared. */
    private static double half(Report report) {
        double half = 0.5;
        for (Item.Question question : report.round().questionnaire().questions()) {
            List<String> points = question instanceof Item.Slider ? List.of() : Scales.points(question);
            for (String key : points.isEmpty() ? List.<String>of() : question.keys()) {
                for (Group group : report.groups(key)) {
                    Optional<Tally> tally = report.tally(group, key);
                    if (tally.isPresent() && !tally.get().coarse()) {
                        double below = below(points, tally.get());
                        half = Math.max(half, Math.max(below, all(points, tally.get()) - below));
                    }
                }
            }
        }
        return half;
    }

    private static double all(List<String> points, Tally tally) {
        return points.stream().mapToDouble(tally::share).sum();
    }

    /** What lies left of the middle: the lower points, and half of the middle one. */
    private static double below(List<String> points, Tally tally) {
        double below = 0;
        for (int i = 0; i < points.size(); i++) {
            double place = i - (points.size() - 1) / 2.0;
            double share = tally.share(points.get(i));
            below += place < 0 ? share : place == 0 ? share / 2 : 0;
        }
        return below;
    }

    /** A group's bar for a statement. A slider has too many steps for colours, and no pieces; nor have few answers. */
    Chart.Bar bar(Item.Question question, String key, Group group) {
        List<String> points = Scales.points(question);
        String label = words.group(report, group);
        Optional<Tally> found = report.tally(group, key);
        if (found.isEmpty()) {
            return new Chart.Bar(
                    label,
                    drawing.n(found),
                    report.ofOther(group),
                    words.text("results.few.alt", label),
                    List.of(),
                    new Why(report, words).hidden(group, question));
        }
        Tally tally = found.get();
        String alt = words.text(
                "results.alt", label, words.counted(tally.answered()), drawing.listed(question, points, tally));
        if (tally.coarse()) {
            return new Chart.Bar(
                    label, drawing.n(found), report.ofOther(group), alt, List.of(), words.bands(question, tally));
        }
        List<Chart.Piece> pieces = new ArrayList<>();
        double from = -below(points, tally);
        for (int i = 0; i < points.size() && !(question instanceof Item.Slider); i++) {
            double share = tally.share(points.get(i));
            double x = 50 + 50 * from / half;
            double width = 50 * share / half;
            if (share > 0) {
                pieces.add(new Chart.Piece(
                        Drawing.at(x),
                        Drawing.at(width),
                        Drawing.at(x + width / 2),
                        width < ROOM_FOR_A_NUMBER ? "" : ReportWording.percentBeside(tally, points.get(i)),
                        tone(i, points.size()),
                        width < ROOM_ON_A_PHONE));
            }
            from += share;
        }
        List<String> notes = new ArrayList<>();
        Mean.of(tally).ifPresent(it -> notes.add(words.text("results.mean", words.mean(it))));
        drawing.difference(group, key)
                .ifPresent(it -> notes.add(words.text("results.difference", words.difference(it))));
        if (tally.of(Item.UNSURE) > 0) {
            notes.add(words.text(
                    Scales.apart(question) ? "results.unsure-only.part" : "results.unsure.part",
                    words.part(tally, Item.UNSURE)));
        }
        if (tally.of(Item.IRRELEVANT) > 0) {
            notes.add(words.text("results.irrelevant.part", words.part(tally, Item.IRRELEVANT)));
        }
        return new Chart.Bar(label, drawing.n(found), report.ofOther(group), alt, pieces, String.join(" · ", notes));
    }

    /** Which colour a point has: {@code n3} … {@code n1}, {@code z}, {@code p1} … {@code p3}. */
    static String tone(int point, int points) {
        double place = point - (points - 1) / 2.0;
        long steps = Math.round(Math.ceil(Math.abs(place)));
        int most = points / 2;
        return place == 0 ? "z" : (place < 0 ? "n" : "p") + (3 - Math.min(most, 3) + steps);
    }
}
