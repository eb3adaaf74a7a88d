package no.samtidig.survey.web.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Results as files: the same numbers as the page.
 *
 * @param codes whether questions and answers are given by their codes alone; the codebook tells what they mean
 */
record ResultFiles(Report report, ReportWording words, boolean codes, LocalDate today) {
    private static final List<String> COLUMNS = List.of(
            "round",
            "place",
            "group",
            "code",
            "question",
            "value",
            "label",
            "count",
            "of",
            "percent",
            "mean",
            "low",
            "high",
            "note");

    Download csv() {
        List<List<String>> rows = Numbers.of(report).stream()
                .map(it -> row(it).stream().map(this::written).toList())
                .toList();
        return Csv.file(name("csv"), header(), rows);
    }

    Download xlsx() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Samtidig", "1.0")) {
            List<List<Object>> numbers =
                    Numbers.of(report).stream().map(this::row).toList();
            sheet(book, "numbers", header(), numbers, 12, 24, 24, 18, 50, 10, 28, 9, 9, 9, 9, 9, 9, 22);
            sheet(
                    book,
                    "codebook",
                    heads("code", "kind", "question", "value", "label", "rule"),
                    codebook(),
                    18,
                    16,
                    60,
                    12,
                    40,
                    40);
            sheet(book, "filter", heads("filter.what", "filter.chosen"), filter(), 28, 60);
            sheet(book, "hidden", heads("hidden"), notes(), 110);
            if (!report.words().isEmpty()) {
                sheet(book, "texts", heads("code", "question", "text"), texts(), 18, 50, 100);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Download(
                name("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.toByteArray());
    }

    private String name(String ending) {
        return "resultater-" + report.round().questionnaire().slug() + "-" + today + "." + ending;
    }

    /** A sheet of text and numbers. Text is written as text, so no cell is a formula. */
    private void sheet(Workbook book, String name, List<String> header, List<List<Object>> rows, int... widths)
            throws IOException {
        Worksheet sheet = book.newWorksheet(words.text("results.sheet." + name));
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, widths[column]);
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Object cell = rows.get(row).get(column);
                if (cell instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else if (!cell.toString().isEmpty()) {
                    sheet.value(row + 1, column, cell.toString());
                }
            }
        }
        sheet.finish();
    }

    private List<String> header() {
        return COLUMNS.stream().map(it -> words.text("results.column." + it)).toList();
    }

    private List<String> heads(String... names) {
        return Stream.of(names).map(it -> words.text("results.column." + it)).toList();
    }

    private List<Object> row(Numbers.Entry it) {
        return switch (it) {
            case Numbers.Hidden _ when codes -> line(it, "", "", "", "", "", "", "", "", "few");
            case Numbers.Share share ->
                line(
                        it,
                        share.value(),
                        label(it.subject().question(), share.value()),
                        share.count(),
                        share.of(),
                        share.percent(),
                        "",
                        "",
                        "",
                        "");
            case Numbers.Rough rough ->
                line(
                        it,
                        rough.value(),
                        label(it.subject().question(), rough.value()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        codes ? rough.band().code() : words.band(rough.band()));
            case Numbers.Average average ->
                line(
                        it,
                        codes ? "mean" : words.text("results.mean.title"),
                        "",
                        average.mean().n(),
                        average.of(),
                        "",
                        ReportWording.rounded(average.mean().value()),
                        end(average, Mean.Interval::low),
                        end(average, Mean.Interval::high),
                        "");
            case Numbers.Hidden _ ->
                line(
                        it,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        words.text("results.few") + ": " + new Why(report, words).hidden(it.subject()));
        };
    }

    private static Object end(Numbers.Average average, ToDoubleFunction<Mean.Interval> end) {
        return average.mean()
                .interval()
                .<Object>map(it -> ReportWording.rounded(end.applyAsDouble(it)))
                .orElse("");
    }

    /** @param numbers count, of how many, percent, mean, low, high, and a note */
    private List<Object> line(Numbers.Entry entry, String value, String label, Object... numbers) {
        Numbers.Subject it = entry.subject();
        List<Object> cells = new ArrayList<>(List.of(
                report.ofOther(it.group()) && report.other().isPresent()
                        ? report.other().get().name()
                        : report.round().name(),
                words.place(report),
                group(it.group()),
                it.key(),
                codes ? "" : asked(it.question(), it.key()),
                value,
                codes ? "" : label));
        cells.addAll(List.of(numbers));
        return cells;
    }

    /** What was asked, of a grid's row with what stands above it. */
    private String asked(Item.Question question, String key) {
        return question.row(key).isPresent()
                ? words.in(question.text()) + " – " + words.marked(question, key)
                : words.marked(question, key);
    }

    private String group(Report.Group group) {
        if (codes) {
            Report.GroupKey key = group.key();
            return key.splitKind().equals("all")
                    ? (Report.kind(key.place()) + " " + Report.code(key.place())).strip()
                    : key.splitKind() + " " + key.split();
        }
        return words.part(report, group);
    }

    private String label(Item.Question question, String value) {
        return question instanceof Item.NumberQuestion ? value.replace("..", "–") : words.value(question, value);
    }

    private String written(Object cell) {
        return cell instanceof Double number ? words.decimal(number) : cell.toString();
    }

    private List<List<Object>> codebook() {
        List<List<Object>> rows = new ArrayList<>();
        for (Item.Question question : report.round().questionnaire().questions()) {
            for (String key : question.keys()) {
                rows.add(List.of(
                        key,
                        words.text("results.kind." + question.kind().code()),
                        asked(question, key),
                        "",
                        "",
                        new AskedWhen(words).of(question.shown())));
                question.values().forEach(it -> rows.add(List.of(key, "", "", it, words.value(question, it), "")));
            }
        }
        return rows;
    }

    private List<List<Object>> filter() {
        Summary summary = Summary.of(report, words);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(line("round", report.round().name()));
        rows.add(line("questionnaire", words.in(report.round().questionnaire().title())));
        rows.add(line("version", report.round().version()));
        rows.add(line("period", summary.period()));
        rows.add(line("place", words.place(report)));
        rows.add(line(
                "division",
                report.division() == Division.NONE
                        ? words.text("results.division.ingen")
                        : words.text("results.division." + report.division().code())));
        report.other().ifPresent(it -> rows.add(line("other", it.name())));
        rows.add(line("rate", summary.rate()));
        rows.add(line("fetched", today.toString()));
        return rows;
    }

    private List<Object> line(String what, String value) {
        return List.of(words.text("results.filter.line." + what), value);
    }

    private List<List<Object>> notes() {
        return Stream.of(
                        "results.hidden",
                        "results.small",
                        "results.chance",
                        "results.missing",
                        "results.percent",
                        "results.rounded")
                .map(it -> List.<Object>of(words.text(it)))
                .toList();
    }

    private List<List<Object>> texts() {
        List<List<Object>> rows = new ArrayList<>();
        report.round().questionnaire().questions().stream()
                .filter(Scales::typed)
                .forEach(question -> report.words()
                        .getOrDefault(question.code(), new Report.Words(0, List.of()))
                        .some()
                        .forEach(it -> rows.add(List.of(question.code(), words.in(question.text()), it))));
        return rows;
    }
}
