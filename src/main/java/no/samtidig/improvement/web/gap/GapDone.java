package no.samtidig.improvement.web.gap;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done; the words stand under {@code gap.done.<code>}. */
public enum GapDone implements Coded {
    MADE("laget"),
    OPENED("apnet"),
    PLANNED("venter"),
    HELD("holdt"),
    REMINDED("paminnet"),
    CLOSED("lukket"),
    REMOVED("slettet"),
    /** It was done before, or is no longer possible. */
    NOTHING("uendret"),
    TOO_LATE("for-sent"),
    NOBODY("ingen"),
    NOT_NOW("ikke-na");

    private final String code;

    GapDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it is good news. */
    public boolean good() {
        return this != NOTHING && this != TOO_LATE && this != NOBODY && this != NOT_NOW;
    }

    static @Nullable GapDone of(@Nullable String code) {
        return code == null ? null : Coded.of(GapDone.class, code).orElse(null);
    }
}
