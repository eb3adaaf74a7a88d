package no.samtidig.editorial.web;

import java.text.ListFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.samtidig.catalogue.Coverage;
import no.samtidig.catalogue.Voice;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;

/**
 * What the lessons cover, and where the holes are.
 *
 * @param modules each finished module
 * @param today which reviews are counted from
 * @param voices every voice that is recorded
 * @param withdrawn the day each was taken back, by name
 * @param mayWithdraw whether the reader may take one back
 */
public record CoveragePage(
        List<Coverage> modules,
        LocalDate today,
        List<Voice> voices,
        Map<String, LocalDate> withdrawn,
        boolean mayWithdraw)
        implements Page {
    public CoveragePage {
        modules = List.copyOf(modules);
        voices = List.copyOf(voices);
        withdrawn = Map.copyOf(withdrawn);
    }

    /** The columns in a sentence: a, b and c. */
    public static String listed(View view, List<Coverage.Column> columns) {
        return ListFormat.getInstance(view.language().locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(columns.stream().map(it -> inSentence(view, it)).toList());
    }

    /** Aims and professions have a capital letter where they stand alone. */
    private static String inSentence(View view, Coverage.Column column) {
        String label = view.text(column.key());
        return switch (column) {
            case Coverage.Column.Serving _, Coverage.Column.WrittenFor _ ->
                label.toLowerCase(view.language().locale());
            case Coverage.Column.Aspect _, Coverage.Column.In _ -> label;
        };
    }
}
