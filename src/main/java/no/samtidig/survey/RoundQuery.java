package no.samtidig.survey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody wants to see of a list of rounds.
 *
 * @param words each to be found in the name; empty for any
 * @param state empty for any
 * @param before how many to leave out
 * @param rows how many to show at most
 */
public record RoundQuery(String words, Optional<Round.State> state, int before, int rows) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Its words by themselves, in small letters and composed as names are. */
    String[] each() {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SPACES.splitAsStream(composed).filter(it -> !it.isEmpty()).toArray(String[]::new);
    }

    /** The first of all. */
    public static RoundQuery first(int rows) {
        return new RoundQuery("", Optional.empty(), 0, rows);
    }
}
