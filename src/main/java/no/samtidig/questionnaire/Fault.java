package no.samtidig.questionnaire;

/**
 * What is wrong with an answer.
 *
 * @param key which: {@code item} or {@code item.row}
 * @param kind why; the words stand under {@code answer.fault.<code>}
 */
public record Fault(String key, Kind kind) {
    /** Why an answer cannot be taken. */
    public enum Kind {
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

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
