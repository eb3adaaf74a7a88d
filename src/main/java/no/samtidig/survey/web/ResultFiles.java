package no.samtidig.survey.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Division;
import no.samtidig.survey.Report;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Results as files: the same numbers as the page.
 *
 * @param codes whether questions and answers are given by their codes alone; the codebook tells what they mean
 */
record ResultFiles(Report report, Wording words, boolean codes, LocalDate today) {
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
        String asked = Wording.row(it.question(), it.key()).isPresent()
                ? words.in(it.question().text()) + " – " + words.marked(it.question(), it.key())
                : words.marked(it.question(), it.key());
        String value =
                it.kind() == Numbers.Kind.MEAN ? (codes ? "mean" : words.text("results.mean.title")) : it.value();
        String label = it.kind() == Numbers.Kind.SHARE ? label(it.question(), it.value()) : "";
        return List.of(
                report.ofOther(it.group()) && report.other().isPresent()
                        ? report.other().get().name()
                        : report.round().name(),
                words.place(report),
                group(it.group()),
                it.key(),
                codes ? "" : asked,
                value,
                codes ? "" : label,
                cell(it.count()),
                cell(it.of()),
                cell(it.percent()),
                cell(it.mean()),
                cell(it.low()),
                cell(it.high()),
                it.few() ? words.text("results.few") : "");
    }

    private String group(Report.Group group) {
        if (codes) {
            Report.GroupKey key = group.key();
            return key.splitKind().equals("all")
                    ? key.kind().code() + " " + key.place()
                    : key.splitKind() + " " + key.split();
        }
        return words.part(report, group);
    }

    private String label(Item.Question question, String value) {
        return question instanceof Item.NumberQuestion ? value.replace("..", "–") : words.value(question, value);
    }

    private static Object cell(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : "";
    }

    private static Object cell(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : "";
    }

    private String written(Object cell) {
        return cell instanceof Double number ? words.decimal(number) : cell.toString();
    }

    private List<List<Object>> codebook() {
        List<List<Object>> rows = new ArrayList<>();
        for (Item.Question question : report.round().questionnaire().questions()) {
            for (String key : question.keys()) {
                String asked = Wording.row(question, key).isPresent()
                        ? words.in(question.text()) + " – " + words.marked(question, key)
                        : words.marked(question, key);
                rows.add(List.of(
                        key,
                        words.text("results.kind." + question.kind().code()),
                        asked,
                        "",
                        "",
                        words.rule(question.shown())));
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
        return Stream.of("results.hidden", "results.few.why", "results.chance", "results.missing", "results.percent")
                .map(it -> List.<Object>of(words.text(it)))
                .toList();
    }

    private List<List<Object>> texts() {
        List<List<Object>> rows = new ArrayList<>();
        report.round().questionnaire().questions().stream()
                .filter(Wording::typed)
                .forEach(question -> report.words()
                        .getOrDefault(question.code(), new Report.Words(0, List.of()))
                        .some()
                        .forEach(it -> rows.add(List.of(question.code(), words.in(question.text()), it))));
        return rows;
    }
}
