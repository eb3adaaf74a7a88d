package no.samtidig.platform.ui;

import java.util.List;

/**
 * The numbers of a chart.
 *
 * @param corner what the rows are
 * @param head what the columns are
 */
public record ChartTable(String corner, List<String> head, List<Row> rows) {
    /** For a chart that has no numbers. */
    public static final ChartTable NONE = new ChartTable("", List.of(), List.of());

    public ChartTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** A line. */
    public record Row(String head, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
