package no.samtidig.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table as a file that a Norwegian spreadsheet opens: UTF-8 with its mark, cells parted by semicolons, no cell a formula. */
public final class Csv {
    /** What a spreadsheet takes for the start of a formula, or leaps over to find one. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** The file: a header line and a line for each row. */
    public static Download file(String name, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(header.stream().map(Csv::cell).toList());
            rows.forEach(it -> csv.writeRecord(it.stream().map(Csv::cell).toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Download(name, "text/csv;charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The text, with an apostrophe first where a spreadsheet would have taken it for a formula. */
    static String cell(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
