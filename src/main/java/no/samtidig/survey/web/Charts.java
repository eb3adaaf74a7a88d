package no.samtidig.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Bins;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Mean;
import no.samtidig.survey.Report;
import no.samtidig.survey.Report.Group;
import no.samtidig.survey.Tally;

/** Draws the results of a round: a chart for each question. */
final class Charts {
    /** A piece narrower than this, in percent of the drawing, has no room for its number on a phone. */
    private static final double ROOM_ON_A_PHONE = 9;

    /** And none on a wide screen. */
    private static final double ROOM_FOR_A_NUMBER = 3.5;

    private static final int COLUMN_HEIGHT = 88;
    private static final int STEPS = 11;

    private final Report report;
    private final Wording words;
    private final double half;

    Charts(Report report, Wording words) {
        this.report = report;
        this.words = words;
        this.half = half(report);
    }

    Chart of(Item.Question question) {
        return switch (question) {
            case Item.LikertGrid it -> stacked(it);
            case Item.Frequency it -> stacked(it);
            case Item.Importance it -> stacked(it);
            case Item.SingleChoice it -> bars(it, it.values());
            case Item.MultipleChoice it -> bars(it, it.values());
            case Item.NumberQuestion it -> bars(it, Bins.of(it).all());
            case Item.Slider it -> slider(it);
            case Item.ShortText it -> texts(it);
            case Item.LongText it -> texts(it);
        };
    }

    private Chart.About about(Item.Question question, String... more) {
        List<String> notes = new ArrayList<>(List.of(more));
        if (!question.shown().equals(Condition.ALWAYS)) {
            notes.add(words.text("results.some-asked"));
        }
        boolean typed = Wording.typed(question);
        if (!typed && report.other().isPresent() && question.keys().stream().noneMatch(report::comparable)) {
            notes.add(words.text("results.not-the-same", report.other().get().name()));
        } else if (!typed
                && report.other().isPresent()
                && !question.keys().stream().allMatch(report::comparable)) {
            notes.add(
                    words.text("results.some-not-the-same", report.other().get().name()));
        }
        boolean hidden = question.keys().stream()
                .allMatch(key -> report.groups(key).stream()
                        .allMatch(it -> report.tally(it, key).isEmpty()));
        return new Chart.About(question.code(), words.in(question.text()), notes, hidden);
    }

    private Optional<String> n(Optional<Tally> tally) {
        return tally.map(it -> words.whole(it.answered()));
    }

    private static String at(double percent) {
        return Math.round(percent * 100) / 100.0 + "%";
    }

    // --- scales ---

    private Chart stacked(Item.Question question) {
        List<String> points = Wording.points(question);
        List<String> keys = question.keys();
        List<Chart.Statement> statements = keys.stream()
                .map(key -> new Chart.Statement(
                        Wording.row(question, key)
                                .map(it -> words.in(it.text()))
                                .orElse(""),
                        words.reversed(question, key),
                        report.groups(key).stream()
                                .map(it -> bar(question, points, key, it))
                                .toList()))
                .toList();
        List<Chart.Key> legend = IntStream.range(0, points.size())
                .mapToObj(it -> new Chart.Key(tone(it, points.size()), words.value(question, points.get(it))))
                .toList();
        return new Chart.Stacked(about(question), scaleTable(question, points), legend, statements);
    }

    /** How far the longest bar of all reaches from the middle, as a share. One for the whole report, so that bars can be compared. */
    private static double half(Report report) {
        double half = 0.5;
        for (Item.Question question : report.round().questionnaire().questions()) {
            List<String> points = question instanceof Item.Slider ? List.of() : Wording.points(question);
            for (String key : points.isEmpty() ? List.<String>of() : question.keys()) {
                for (Group group : report.groups(key)) {
                    Optional<Tally> tally = report.tally(group, key);
                    if (tally.isPresent()) {
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
            below += place < 0 ? tally.share(points.get(i)) : place == 0 ? tally.share(points.get(i)) / 2 : 0;
        }
        return below;
    }

    private Chart.Bar bar(Item.Question question, List<String> points, String key, Group group) {
        String label = words.group(report, group);
        Optional<Tally> found = report.tally(group, key);
        if (found.isEmpty()) {
            return new Chart.Bar(
                    label, n(found), report.ofOther(group), words.text("results.few.alt", label), List.of(), "");
        }
        Tally tally = found.get();
        List<Chart.Piece> pieces = new ArrayList<>();
        double from = -below(points, tally);
        for (int i = 0; i < points.size(); i++) {
            double share = tally.share(points.get(i));
            double x = 50 + 50 * from / half;
            double width = 50 * share / half;
            if (share > 0) {
                pieces.add(new Chart.Piece(
                        at(x),
                        at(width),
                        at(x + width / 2),
                        width < ROOM_FOR_A_NUMBER ? "" : String.valueOf(Wording.percent(tally, points.get(i))),
                        tone(i, points.size()),
                        width < ROOM_ON_A_PHONE));
            }
            from += share;
        }
        List<String> notes = new ArrayList<>();
        Mean.of(tally).ifPresent(it -> notes.add(words.text("results.mean", words.mean(it))));
        difference(group, key).ifPresent(it -> notes.add(words.text("results.difference", words.difference(it))));
        if (tally.of(Item.UNSURE) > 0) {
            notes.add(words.text("results.unsure.part", words.part(tally, Item.UNSURE)));
        }
        return new Chart.Bar(
                label,
                n(found),
                report.ofOther(group),
                words.text("results.alt", label, words.whole(tally.answered()), listed(question, points, tally)),
                pieces,
                String.join(" · ", notes));
    }

    private String listed(Item.Question question, List<String> values, Tally tally) {
        return values.stream()
                .map(it -> words.value(question, it) + " " + words.part(tally, it))
                .collect(Collectors.joining(", "));
    }

    /** The shares of everybody's bar from left to right, where no number can be written in it. */
    String shares(Item.Question question, String key) {
        return report.tally(report.total(), key)
                .map(tally -> words.text(
                        "results.report.shares",
                        Wording.points(question).stream()
                                .map(it -> String.valueOf(Wording.percent(tally, it)))
                                .collect(Collectors.joining(" – "))))
                .orElse("");
    }

    /** Which colour a point has: {@code n3} … {@code n1}, {@code z}, {@code p1} … {@code p3}. */
    static String tone(int point, int points) {
        double place = point - (points - 1) / 2.0;
        long steps = Math.round(Math.ceil(Math.abs(place)));
        int most = points / 2;
        return place == 0 ? "z" : (place < 0 ? "n" : "p") + (3 - Math.min(most, 3) + steps);
    }

    private Optional<Mean.Difference> difference(Group group, String key) {
        if (report.ofOther(group) || !report.comparable(key)) {
            return Optional.empty();
        }
        Optional<Mean> mine = report.tally(group, key).flatMap(Mean::of);
        Optional<Mean> theirs =
                report.counterpart(group).flatMap(it -> report.tally(it, key)).flatMap(Mean::of);
        return mine.isPresent() && theirs.isPresent() ? Optional.of(mine.get().since(theirs.get())) : Optional.empty();
    }

    private Chart.Table scaleTable(Item.Question question, List<String> points) {
        boolean unsure = Wording.unsure(question);
        List<String> head = new ArrayList<>();
        head.add(words.text("results.n"));
        points.forEach(it -> head.add(words.value(question, it)));
        if (unsure) {
            head.add(words.text("results.unsure"));
        }
        head.add(words.text("results.mean.title"));
        head.add(words.text("results.interval.title"));
        if (report.other().isPresent()) {
            head.add(words.text("results.difference.title"));
        }
        boolean many = report.groups().size() > 1;
        List<Chart.Row> rows = new ArrayList<>();
        for (String key : question.keys()) {
            String asked = Wording.row(question, key).isPresent() ? words.marked(question, key) : "";
            for (Group group : report.groups(key)) {
                String who = words.group(report, group);
                String name = asked.isEmpty() ? who : many ? asked + " – " + who : asked;
                rows.add(new Chart.Row(
                        name,
                        report.tally(group, key)
                                .map(it -> scaleRow(points, unsure, group, key, it))
                                .orElseGet(() -> few(head.size()))));
            }
        }
        return new Chart.Table(
                words.text(question instanceof Item.LikertGrid ? "results.statement" : "results.group"), head, rows);
    }

    private List<String> scaleRow(List<String> points, boolean unsure, Group group, String key, Tally tally) {
        List<String> cells = new ArrayList<>();
        cells.add(words.whole(tally.answered()));
        points.forEach(it -> cells.add(words.part(tally, it)));
        if (unsure) {
            cells.add(words.part(tally, Item.UNSURE));
        }
        Optional<Mean> mean = Mean.of(tally);
        cells.add(mean.map(it -> words.decimal(it.value())).orElse("–"));
        cells.add(mean.flatMap(words::interval).orElse("–"));
        if (report.other().isPresent()) {
            cells.add(difference(group, key).map(words::difference).orElse("–"));
        }
        return cells;
    }

    private List<String> few(int cells) {
        return Stream.concat(
                        Stream.of(words.text("results.few")),
                        IntStream.range(1, cells).mapToObj(it -> "–"))
                .toList();
    }

    // --- choices and numbers ---

    private String label(Item.Question question, String value) {
        if (question instanceof Item.NumberQuestion number) {
            String unit = number.unit() == null ? "" : " " + words.in(number.unit());
            return Tally.Bin.of(value).map(words::bin).orElse(value) + unit;
        }
        return words.value(question, value);
    }

    private Chart bars(Item.Question question, List<String> values) {
        String key = question.code();
        boolean number = question instanceof Item.NumberQuestion;
        List<Chart.Panel> panels = report.groups(key).stream()
                .map(it -> panel(question, values, it, number))
                .toList();
        List<String> head = new ArrayList<>();
        report.groups(key).forEach(it -> head.add(words.group(report, it)));
        List<Chart.Row> rows = new ArrayList<>();
        rows.add(new Chart.Row(
                words.text("results.n"),
                report.groups(key).stream()
                        .map(it -> report.tally(it, key)
                                .map(at -> words.whole(at.answered()))
                                .orElseGet(() -> words.text("results.few")))
                        .toList()));
        for (String value : values) {
            rows.add(new Chart.Row(
                    label(question, value),
                    report.groups(key).stream()
                            .map(it -> report.tally(it, key)
                                    .map(at -> words.part(at, value))
                                    .orElse("–"))
                            .toList()));
        }
        if (number) {
            rows.add(new Chart.Row(
                    words.text("results.median.title"),
                    report.groups(key).stream()
                            .map(it -> report.tally(it, key)
                                    .flatMap(Tally::median)
                                    .map(words::bin)
                                    .orElse("–"))
                            .toList()));
        }
        Chart.About about = question instanceof Item.MultipleChoice
                ? about(question, words.text("results.several"))
                : number ? about(question, words.text("results.binned")) : about(question);
        return new Chart.Bars(
                about,
                new Chart.Table(words.text(number ? "results.number" : "results.alternative"), head, rows),
                panels);
    }

    private Chart.Panel panel(Item.Question question, List<String> values, Group group, boolean number) {
        String label = words.group(report, group);
        Optional<Tally> found = report.tally(group, question.code());
        if (found.isEmpty()) {
            return new Chart.Panel(
                    label, n(found), report.ofOther(group), words.text("results.few.alt", label), List.of(), "");
        }
        Tally tally = found.get();
        List<Chart.Line> lines = values.stream()
                .map(it -> new Chart.Line(label(question, it), at(100 * tally.share(it)), words.part(tally, it)))
                .toList();
        String alt = lines.stream().map(it -> it.label() + " " + it.value()).collect(Collectors.joining(", "));
        String note = number
                ? tally.median()
                        .map(it -> words.text("results.median", words.bin(it)))
                        .orElse("")
                : "";
        return new Chart.Panel(
                label,
                n(found),
                report.ofOther(group),
                words.text("results.alt", label, words.whole(tally.answered()), alt),
                lines,
                note);
    }

    // --- from 0 to 10 ---

    private static double middle(double value) {
        return 100 * (value + 0.5) / STEPS;
    }

    private Optional<Chart.Middle> middle(Optional<Mean> mean) {
        return mean.map(it ->
                new Chart.Middle(at(middle(it.value())), it.interval().map(between -> {
                    double low = Math.max(0, middle(between.low()));
                    double high = Math.min(100, middle(between.high()));
                    return new Chart.Piece(at(low), at(high - low), "", "", "band", false);
                })));
    }

    private Chart slider(Item.Slider question) {
        String key = question.code();
        List<String> points = question.values();
        Chart.Table table = scaleTable(question, points);
        List<Group> groups = report.groups(key);
        String low = words.in(question.low());
        String high = words.in(question.high());
        if (groups.size() > 1) {
            return new Chart.Dots(
                    about(question),
                    table,
                    low,
                    high,
                    groups.stream().map(it -> dot(question, it)).toList());
        }
        Optional<Tally> tally = report.tally(groups.getFirst(), key);
        Optional<Mean> mean = tally.flatMap(Mean::of);
        String label = words.group(report, groups.getFirst());
        return new Chart.Steps(
                about(question),
                table,
                low,
                high,
                n(tally),
                tally.map(it -> words.text(
                                "results.alt", label, words.whole(it.answered()), listed(question, points, it)))
                        .orElseGet(() -> words.text("results.few.alt", label)),
                tally.map(it -> columns(points, it)).orElse(List.of()),
                middle(mean),
                mean.map(it -> words.text("results.mean", words.mean(it))).orElse(""));
    }

    private static List<Chart.Column> columns(List<String> points, Tally tally) {
        double highest = points.stream().mapToDouble(tally::share).max().orElse(1);
        return IntStream.range(0, points.size())
                .mapToObj(it -> {
                    double share = tally.share(points.get(it));
                    int height = (int) Math.round(COLUMN_HEIGHT * share / highest);
                    double wide = 100.0 / points.size();
                    return new Chart.Column(
                            at(it * wide + 0.9),
                            at(wide - 1.8),
                            at((it + 0.5) * wide),
                            COLUMN_HEIGHT + 20 - height,
                            height,
                            points.get(it),
                            String.valueOf(Wording.percent(tally, points.get(it))));
                })
                .toList();
    }

    private Chart.Dot dot(Item.Slider question, Group group) {
        String label = words.group(report, group);
        Optional<Tally> tally = report.tally(group, question.code());
        Optional<Mean> mean = tally.flatMap(Mean::of);
        List<String> notes = new ArrayList<>();
        mean.ifPresent(it -> notes.add(words.text("results.mean", words.mean(it))));
        difference(group, question.code())
                .ifPresent(it -> notes.add(words.text("results.difference", words.difference(it))));
        String note = String.join(" · ", notes);
        return new Chart.Dot(
                label,
                n(tally),
                report.ofOther(group),
                tally.map(it -> words.text("results.alt", label, words.whole(it.answered()), note))
                        .orElseGet(() -> words.text("results.few.alt", label)),
                middle(mean),
                note);
    }

    // --- free texts ---

    private Chart texts(Item.Question question) {
        Report.Words found = report.words().getOrDefault(question.code(), new Report.Words(0, List.of()));
        String note = !report.whole()
                ? words.text("results.texts.not-whole")
                : found.count() == 0
                        ? words.text("results.texts.few")
                        : found.count() > found.some().size()
                                ? words.text(
                                        "results.texts.some",
                                        words.whole(found.some().size()))
                                : words.text("results.texts.order");
        Chart.About about = about(question, note);
        return new Chart.Texts(
                new Chart.About(about.code(), about.text(), about.notes(), found.count() == 0),
                Chart.Table.NONE,
                found,
                words.whole(found.count()));
    }
}
