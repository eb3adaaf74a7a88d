package no.samtidig.survey;

import java.util.Optional;

/**
 * What somebody wants to see of a list of rounds.
 *
 * @param words to be found in the name; empty for any
 * @param state empty for any
 * @param page counted from 1
 */
public record RoundQuery(String words, Optional<Round.State> state, int page) {
    /** Rounds on a page. */
    public static final int ROWS = 50;

    public static final RoundQuery ALL = new RoundQuery("", Optional.empty(), 1);

    public RoundQuery {
        words = words.strip();
        if (page < 1) {
            throw new IllegalArgumentException("not a page: " + page);
        }
    }

    int offset() {
        return (page - 1) * ROWS;
    }
}
