package no.samtidig.questionnaire;

import no.samtidig.platform.code.Coded;

/**
 * What is wrong with an answer.
 *
 * @param key which: {@code item} or {@code item.row}
 * @param kind why; the words stand under {@code answer.fault.<code>}
 */
public record Fault(String key, Kind kind) {
    /** Why an answer cannot be taken. */
    public enum Kind implements Coded {
        MISSING,
        /** No form of ours sends it. */
        IMPOSSIBLE,
        /** Chosen together with what is chosen alone. */
        NOT_TOGETHER,
        TOO_MANY,
        TOO_FEW,
        NO_NUMBER,
        OUT_OF_BOUNDS,
        TOO_LONG;
    }
}
