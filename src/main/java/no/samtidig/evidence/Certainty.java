package no.samtidig.evidence;

import java.util.Arrays;
import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** How sure the knowledge is: a provisional editorial judgement, not a GRADE panel's. */
public enum Certainty implements Coded {
    HIGH("høy"),
    MODERATE("moderat"),
    LOW("lav"),
    VERY_LOW("svært lav");

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    static Optional<Certainty> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** Last part of the key of its texts. */
    public String key() {
        return code();
    }
}
