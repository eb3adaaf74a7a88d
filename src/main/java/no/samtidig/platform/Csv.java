package no.samtidig.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/** A table as a file that a Norwegian spreadsheet opens: UTF-8 with its mark, cells parted by semicolons, no cell a formula. */
public final class Csv {
    /** What a spreadsheet takes for the start of a formula, also in its wide and small forms. */
    private static final String STARTS_A_FORMULA = "=+-@";

    /** What parts cells in some setting of some spreadsheet, or has a meaning beside them. */
    private static final String PARTS = ";,\t|\"\r\n";

    private static final QuoteStrategy QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.chars().anyMatch(it -> PARTS.indexOf(it) >= 0)
                    && !value.chars().allMatch(it -> it == ',' || (it >= '0' && it <= '9')); // 2,5 is a number
        }
    };

    private Csv() {}

    /** The file: a header line and a line for each row. */
    public static Download file(String name, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(';').quoteStrategy(QUOTED).build(text)) {
            csv.writeRecord(header.stream().map(Csv::cell).toList());
            rows.forEach(it -> csv.writeRecord(it.stream().map(Csv::cell).toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Download(name, "text/csv;charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The text, with an apostrophe first where a spreadsheet would have taken it for a formula. */
    static String cell(String text) {
        int first = 0;
        while (first < text.length() && leaptOver(text.charAt(first))) {
            first++;
        }
        boolean formula = first < text.length()
                && STARTS_A_FORMULA.contains(
                        Normalizer.normalize(text.substring(first, first + 1), Normalizer.Form.NFKC));
        boolean moves = first > 0 && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula || moves ? "'" + text : text;
    }

    /** Blanks and what cannot be seen: some spreadsheets look for a formula behind them. */
    private static boolean leaptOver(char it) {
        return it <= ' '
                || Character.isSpaceChar(it)
                || Character.getType(it) == Character.FORMAT
                || Character.getType(it) == Character.CONTROL;
    }
}
