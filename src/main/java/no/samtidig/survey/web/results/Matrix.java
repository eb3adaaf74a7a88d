package no.samtidig.survey.web.results;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.ui.ChartKey;
import no.samtidig.platform.ui.ChartTable;

/**
 * Statements on the same scale, a row each under one legend. A row shows everybody; groups, rounds and numbers open in place.
 *
 * @param keys what the colours mean
 * @param rounds the names of this round and the other, where the rows compare two; else empty
 * @param low what the lowest point is called
 * @param high what the highest is called
 */
public record Matrix(
        String id, String title, List<ChartKey> keys, List<String> rounds, String low, String high, List<Part> parts)
        implements ThemePart {
    public Matrix {
        keys = List.copyOf(keys);
        rounds = List.copyOf(rounds);
        parts = List.copyOf(parts);
    }

    /** How many rows there are. */
    public int size() {
        return parts.stream().mapToInt(it -> it.rows().size()).sum();
    }

    /** Whether the rows compare two rounds. */
    public boolean compared() {
        return !rounds.isEmpty();
    }

    /**
     * Rows under a question of their own.
     *
     * @param id the question's code; empty where the rows have none in common
     * @param title the question; empty where it stands over the whole matrix, or there is none
     * @param notes what must be known to read them right
     */
    public record Part(String id, String title, List<String> notes, List<Row> rows) {
        public Part {
            notes = List.copyOf(notes);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A statement.
     *
     * @param key which answer it is
     * @param stem the question it belongs to, where rows of several stand among each other
     * @param reversed how a reversed one is read; empty for others
     * @param bar everybody's
     * @param dumbbell everybody's two means, where two rounds are compared and both have one
     * @param alone why there is but one mean, where two rounds are compared; else empty
     * @param n how many answered, in each round
     * @param mean everybody's; or why there is none
     * @param interval between what it may lie by chance; empty where it is not told
     * @param middle the same drawn
     * @param notes what must be known about this one
     * @param split a bar for each group and round; empty where there is but one
     */
    public record Row(
            String id,
            String key,
            String stem,
            String text,
            String reversed,
            Chart.Bar bar,
            Optional<Dumbbell> dumbbell,
            String alone,
            String n,
            String mean,
            String interval,
            Optional<Chart.Middle> middle,
            List<String> notes,
            List<Chart.Bar> split,
            ChartTable table) {
        public Row {
            notes = List.copyOf(notes);
            split = List.copyOf(split);
        }
    }

    /**
     * Two means on one line, in percent of its width.
     *
     * @param mine of the round the page is about
     * @param theirs of the round laid beside
     * @param difference mine less theirs, with what chance may do
     * @param verdict whether it is more than chance usually makes, in words
     * @param sure whether it is
     */
    public record Dumbbell(double mine, double theirs, String difference, String verdict, boolean sure, String alt) {
        public double from() {
            return Math.min(mine, theirs);
        }

        public double to() {
            return Math.max(mine, theirs);
        }
    }
}
