package no.samtidig.platform.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table: what was asked, its columns, how it can be narrowed, and how many rows there are.
 *
 * @param asked what the reader asked
 * @param columns from left to right; the first names the row
 * @param filters each a row of chips; empty for none
 * @param count rows on all pages
 */
public record DataTable(ListQuery asked, List<Column> columns, List<Filter> filters, int count) {
    public DataTable {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /**
     * A column.
     *
     * @param key as it stands in the address
     * @param label what the reader sees, also beside each cell on a phone
     * @param sorts whether the list can be sorted by it
     * @param number whether it holds numbers
     */
    public record Column(String key, String label, boolean sorts, boolean number) {
        public static Column sorting(String key, String label) {
            return new Column(key, label, true, false);
        }

        public static Column plain(String key, String label) {
            return new Column(key, label, false, false);
        }

        public static Column number(String key, String label) {
            return new Column(key, label, true, true);
        }

        /** For {@code aria-sort}; null where the list is not sorted by it. */
        public @Nullable String sort(ListQuery asked) {
            return !key.equals(asked.order()) ? null : asked.falling() ? "descending" : "ascending";
        }
    }

    /**
     * Something to narrow by: one value or all.
     *
     * @param name as it stands in the address
     * @param label what the values are
     */
    public record Filter(String name, String label, List<Option> options) {
        public Filter {
            options = List.copyOf(options);
        }
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(count, ListQuery.ROWS));
    }

    public Column column(String key) {
        return columns.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + key));
    }

    /** Whether this column names the row. */
    public boolean names(String key) {
        return columns.getFirst().key().equals(key);
    }
}
