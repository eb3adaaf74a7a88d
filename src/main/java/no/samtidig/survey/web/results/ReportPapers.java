package no.samtidig.survey.web.results;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.Papers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;
import org.springframework.stereotype.Component;

/** Makes the report on two pages, and prints it. */
@Component
class ReportPapers {
    private static final Papers.Form FORM =
            new Papers.Form("no/samtidig/survey/web/results/charts/reportDocument.jte", "report.css");

    /** As many bars as the first page has room for. */
    private static final int BARS = 6;

    /** As many key figures as the second page has room for, with headings. */
    private static final int FIGURES = 30;

    private static final Map<String, Color> TONES = Map.of(
            "n3", new Color(0xb5482f),
            "n2", new Color(0xe9b9a6),
            "n1", new Color(0xf5ddd2),
            "z", new Color(0xeadfcb),
            "p1", new Color(0xdbe9e7),
            "p2", new Color(0xa9ccc8),
            "p3", new Color(0x12494f));

    private final Papers papers;

    ReportPapers(Papers papers) {
        this.papers = papers;
    }

    /** The report as a tagged PDF. The same report on the same day gives the same bytes. */
    byte[] print(ReportPaper paper, LocalDate today) {
        return papers.print(FORM, paper, today.atStartOfDay(ZoneOffset.UTC).toInstant(), 1);
    }

    ReportPaper of(Report report, ReportWording words, LocalDate today) {
        Questionnaire questionnaire = report.round().questionnaire();
        List<Questionnaire.Sheet> sheets = questionnaire.sheets().stream()
                .filter(it -> it.items().stream().anyMatch(Item.Question.class::isInstance))
                .toList();
        Summary told = Summary.of(report, words);
        Summary summary = new GroupWording(report, words).loss().map(told::with).orElse(told);
        List<ReportPaper.Theme> themes = themes(report, words, sheets);
        int shown = themes.stream().mapToInt(it -> it.figures().size()).sum();
        int all = sheets.stream().flatMap(ReportPapers::keys).toList().size();
        return new ReportPaper(
                words,
                report.round().name(),
                List.of(words.in(questionnaire.title()), words.place(report), summary.period()),
                words.text(
                        "results.report.asked",
                        questionnaire.questions().size(),
                        sheets.stream().map(it -> title(it, words)).collect(Collectors.joining(" · "))),
                whom(report, words),
                summary,
                picture(report, words, sheets),
                themes,
                shown < all,
                words.text("results.report.fetched", words.date(today)));
    }

    static String title(Questionnaire.Sheet sheet, ReportWording words) {
        return sheet.start().map(it -> words.in(it.text())).orElseGet(() -> words.text("results.first"));
    }

    private static String whom(Report report, ReportWording words) {
        List<String> parts = new ArrayList<>();
        Stream.of(StaffGroup.values())
                .filter(it -> report.round().target().staffGroups().contains(it))
                .forEach(it -> parts.add(words.text("staff-group." + it.code())));
        Stream.of(ServiceLevel.values())
                .filter(it -> report.round().target().levels().contains(it))
                .forEach(it -> parts.add(words.text("results.level." + it.code())));
        return parts.isEmpty()
                ? words.text("results.report.whom.all")
                : words.text("results.report.whom", String.join(", ", parts));
    }

    private record Asked(Item.Question question, String key) {}

    private static Stream<Asked> keys(Questionnaire.Sheet sheet) {
        return sheet.items().stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .filter(it -> !Scales.typed(it))
                .flatMap(question -> question.keys().stream().map(it -> new Asked(question, it)));
    }

    /** The scale with the most statements on one page of the questionnaire. */
    private static Optional<ReportPaper.Picture> picture(
            Report report, ReportWording words, List<Questionnaire.Sheet> sheets) {
        Report alone = alone(report);
        ScaleCharts charts = new ScaleCharts(new Drawing(alone, words));
        return sheets.stream()
                .flatMap(sheet -> scales(sheet, report)
                        .collect(Collectors.groupingBy(
                                it -> words.legend(it.question()), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(it -> Map.entry(sheet, it)))
                .max(Comparator.comparingInt(it -> Math.min(BARS, it.getValue().size())))
                .map(it -> drawn(charts, alone, words, title(it.getKey(), words), it.getValue()));
    }

    private static Report alone(Report report) {
        return new Report(
                report.round(),
                Optional.empty(),
                report.place(),
                Division.NONE,
                report.total(),
                List.of(report.total()),
                report.tallies(),
                false,
                Map.of(),
                0);
    }

    private static Stream<Asked> scales(Questionnaire.Sheet sheet, Report report) {
        return keys(sheet)
                .filter(it -> !(it.question() instanceof Item.Slider)
                        && !Scales.points(it.question()).isEmpty()
                        && report.tally(report.total(), it.key())
                                .filter(at -> !at.coarse())
                                .isPresent());
    }

    private static ReportPaper.Picture drawn(
            ScaleCharts charts, Report report, ReportWording words, String title, List<Asked> asked) {
        List<ReportPaper.Bar> bars = new ArrayList<>();
        List<ReportPaper.Key> keys = new ArrayList<>();
        for (Asked it : asked.stream().limit(BARS).toList()) {
            if (keys.isEmpty()) {
                charts.keys(it.question())
                        .forEach(key -> keys.add(new ReportPaper.Key(swatch(key.tone()), key.text())));
            }
            Chart.Bar bar = charts.bar(it.question(), it.key(), report.total());
            bars.add(new ReportPaper.Bar(
                    words.marked(it.question(), it.key()),
                    image(bar.pieces()),
                    bar.alt(),
                    bar.n().map(n -> words.text("results.n-is", n)).orElse("")
                            + " · "
                            + charts.shares(it.question(), it.key())
                            + " · "
                            + bar.note()));
        }
        return new ReportPaper.Picture(title, keys, bars);
    }

    /** As many of each theme, in the questionnaire's order, as there is room for. */
    private static List<ReportPaper.Theme> themes(
            Report report, ReportWording words, List<Questionnaire.Sheet> sheets) {
        int each = FIGURES;
        while (each > 1 && rows(sheets, each) > FIGURES) {
            each--;
        }
        int most = each;
        return sheets.stream()
                .map(sheet -> new ReportPaper.Theme(
                        title(sheet, words),
                        keys(sheet)
                                .limit(most)
                                .map(it -> figure(report, words, it))
                                .toList()))
                .filter(it -> !it.figures().isEmpty())
                .toList();
    }

    private static int rows(List<Questionnaire.Sheet> sheets, int each) {
        return sheets.stream()
                .mapToInt(it -> (int) keys(it).limit(each).count())
                .sum();
    }

    private static ReportPaper.Figure figure(Report report, ReportWording words, Asked asked) {
        String text = words.marked(asked.question(), asked.key());
        return report.tally(report.total(), asked.key())
                .map(it -> new ReportPaper.Figure(
                        text, Optional.of(words.counted(it.answered())), figure(words, asked.question(), it)))
                .orElseGet(() -> new ReportPaper.Figure(text, Optional.empty(), words.text("results.few")));
    }

    private static String figure(ReportWording words, Item.Question question, Tally tally) {
        if (question instanceof Item.NumberQuestion) {
            return tally.median()
                    .map(it -> words.text("results.median", words.bin(it)))
                    .orElse("–");
        }
        if (tally.coarse() && !Scales.points(question).isEmpty()) {
            return words.bands(question, tally);
        }
        if (!Scales.points(question).isEmpty()) {
            return Mean.of(tally)
                    .map(it -> words.text(
                            "results.report.mean",
                            words.mean(it),
                            Scales.points(question).getFirst(),
                            Scales.points(question).getLast()))
                    .orElse("–");
        }
        List<String> most = Scales.most(question, tally);
        return most.isEmpty() || (tally.coarse() && tally.band(most.getFirst()) != Tally.Band.MOST)
                ? "–"
                : words.text(
                        "results.report.most",
                        words.listed(most.stream()
                                .map(it -> words.value(question, it))
                                .toList()),
                        words.part(tally, most.getFirst()));
    }

    // --- pictures without words: a server may have no font of its own to draw with ---

    private static String image(List<Chart.Piece> pieces) {
        BufferedImage image = blank(1600, 56);
        Graphics2D pen = image.createGraphics();
        for (Chart.Piece it : pieces) {
            fill(pen, it.tone(), (int) Math.round(16 * it.x()), (int) Math.round(16 * it.width()), 56);
        }
        pen.setColor(new Color(0x1b2629));
        pen.fillRect(798, 0, 4, 56);
        pen.dispose();
        return Papers.picture(image);
    }

    private static String swatch(String tone) {
        BufferedImage image = blank(56, 56);
        Graphics2D pen = image.createGraphics();
        fill(pen, tone, 0, 56, 56);
        pen.dispose();
        return Papers.picture(image);
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private static void fill(Graphics2D pen, String tone, int x, int width, int height) {
        pen.setColor(Objects.requireNonNull(TONES.get(tone)));
        pen.fillRect(x, 0, Math.max(1, width - 3), height);
        if (tone.startsWith("n")) {
            pen.setClip(x, 0, Math.max(1, width - 3), height);
            pen.setColor(new Color(0x1b, 0x26, 0x29, 0x50));
            pen.setStroke(new BasicStroke(3));
            for (int from = x - height; from < x + width; from += 14) {
                pen.drawLine(from, height, from + height, 0);
            }
            pen.setClip(null);
        }
    }
}
