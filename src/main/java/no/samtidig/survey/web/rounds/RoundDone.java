package no.samtidig.survey.web.rounds;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with a round; the words stand under {@code rounds.done.<code>}. */
public enum RoundDone implements Coded {
    MADE("laget"),
    OPENED("apnet"),
    WAITS("venter"),
    HELD("holdt"),
    NEWCOMERS("nye"),
    DAYS("datoer"),
    FIRST("ser"),
    /** What must be seen whole stands from the opening on. */
    FIXED("fast"),
    REMINDED("paminnet"),
    CLOSED("lukket"),
    REMOVED("slettet"),
    TRIAL("proveepost"),
    WITHDRAWN("trukket"),
    ADDRESSES("adresser"),
    /** It was done before, or is no longer possible. */
    NOTHING("uendret"),
    TOO_LATE("for-sent"),
    NOBODY("ingen"),
    NOT_NOW("ikke-na");

    private final String code;

    RoundDone(String code) {
        this.code = code;
    }

    /** As it stands in the address. */
    @Override
    public String code() {
        return code;
    }

    /** Whether it is good news. */
    public boolean good() {
        return this != NOTHING && this != FIXED && this != TOO_LATE && this != NOBODY && this != NOT_NOW;
    }

    static @Nullable RoundDone of(@Nullable String code) {
        return code == null ? null : Coded.of(RoundDone.class, code).orElse(null);
    }
}
