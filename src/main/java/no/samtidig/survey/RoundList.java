package no.samtidig.survey;

import java.util.List;
import java.util.Map;

/**
 * A page of a list of rounds.
 *
 * @param lines in order
 * @param count rounds on all pages
 * @param counts on all pages, of each part that has lines on this one
 */
public record RoundList(List<RoundLine> lines, int count, Map<Part, Integer> counts) {
    public RoundList {
        lines = List.copyOf(lines);
        counts = Map.copyOf(counts);
    }

    /**
     * Rounds that stand together: those one runs, as far as they have come; and those of others.
     *
     * @param own whether one may run them
     */
    public record Part(boolean own, Round.State state) {}
}
