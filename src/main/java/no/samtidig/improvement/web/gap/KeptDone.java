package no.samtidig.improvement.web.gap;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with a leader's or a council's answers; the words stand under {@code gap-leader.done.<code>}. */
public enum KeptDone implements Coded {
    KEPT("lagret"),
    SHOWN("vist"),
    HIDDEN("skjult");

    private final String code;

    KeptDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static @Nullable KeptDone of(@Nullable String code) {
        return code == null ? null : Coded.of(KeptDone.class, code).orElse(null);
    }
}
