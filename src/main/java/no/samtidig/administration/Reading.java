package no.samtidig.administration;

import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * How one thing of the service stands.
 *
 * @param name key of what it is, under {@code condition.}
 * @param verdict what we think of it
 * @param state how it stands
 * @param todo what to do about it; null where nothing need be done
 */
public record Reading(
        String name,
        Verdict verdict,
        Sentence state,
        @Nullable Sentence todo) {
    /** What we think of it; the word stands under {@code condition.verdict.<code>}. */
    public enum Verdict implements Coded {
        GOOD,
        /** Somebody should look at it. */
        LOOK,
        /** Something does not work, or soon will not. */
        BAD;
    }

    static Reading good(String name, String key, Object... values) {
        return new Reading(name, Verdict.GOOD, Sentence.of("condition." + key, values), null);
    }

    static Reading look(String name, String key, Object... values) {
        return new Reading(
                name, Verdict.LOOK, Sentence.of("condition." + key, values), Sentence.of("condition." + key + ".todo"));
    }

    static Reading bad(String name, String key, Object... values) {
        return new Reading(
                name, Verdict.BAD, Sentence.of("condition." + key, values), Sentence.of("condition." + key + ".todo"));
    }
}
