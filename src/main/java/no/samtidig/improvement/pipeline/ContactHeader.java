package no.samtidig.improvement.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.pipeline.ContactSheet.Column;

/** Where a list of contacts names its columns, however somebody has laid it out. */
final class ContactHeader {
    /** Lines over a table that may be a title, a date or the like. */
    private static final int TITLES = 5;

    private ContactHeader() {}

    /** Where the columns are named, below what may stand over a table; -1 where the first line with something in it is to tell. */
    static int top(List<String> lines, char separator) {
        int seen = 0;
        for (int i = 0; i < lines.size() && seen < TITLES; i++) {
            List<Optional<Column>> named = ContactSheet.cells(lines.get(i), separator).values().stream()
                    .map(Column::of)
                    .toList();
            if (named.contains(Optional.of(Column.UNIT))
                    && named.stream().flatMap(Optional::stream).distinct().count() > 1) {
                return i;
            }
            seen += lines.get(i).isBlank() ? 0 : 1;
        }
        return -1;
    }

    /**
     * The columns where a cell of the header was merged over several, and the line below names each: what that line names stands, and the
     * rest is as above. Empty where the line below is no header.
     */
    static Optional<List<Optional<Column>>> second(ContactSheet.Cells below, List<Optional<Column>> above) {
        List<String> filled =
                below.values().stream().filter(it -> !it.isBlank()).toList();
        if (filled.isEmpty() || filled.stream().anyMatch(it -> Column.of(it).isEmpty())) {
            return Optional.empty();
        }
        List<Optional<Column>> both = new ArrayList<>();
        for (int at = 0; at < Math.max(above.size(), below.values().size()); at++) {
            Optional<Column> own =
                    at < below.values().size() ? Column.of(below.values().get(at)) : Optional.empty();
            both.add(own.isPresent() || at >= above.size() ? own : above.get(at));
        }
        return Optional.of(both);
    }
}
