package no.samtidig.survey;

import java.util.Optional;

/**
 * What somebody wants to see of a list of rounds.
 *
 * @param words to be found in the name; empty for any
 * @param state empty for any
 * @param before how many to leave out
 * @param rows how many to show at most
 */
public record RoundQuery(String words, Optional<Round.State> state, int before, int rows) {
    /** The first of all. */
    public static RoundQuery first(int rows) {
        return new RoundQuery("", Optional.empty(), 0, rows);
    }
}
