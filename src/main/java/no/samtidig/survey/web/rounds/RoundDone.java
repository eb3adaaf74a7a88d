package no.samtidig.survey.web.rounds;

import org.jspecify.annotations.Nullable;

/** What was just done with a round; the words stand under {@code rounds.done.<code>}. */
public enum RoundDone {
    MADE("laget"),
    OPENED("apnet"),
    WAITS("venter"),
    HELD("holdt"),
    NEWCOMERS("nye"),
    DAYS("datoer"),
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
    public String code() {
        return code;
    }

    /** Whether it is good news. */
    public boolean good() {
        return this != NOTHING && this != TOO_LATE && this != NOBODY && this != NOT_NOW;
    }

    static @Nullable RoundDone of(@Nullable String code) {
        for (RoundDone it : values()) {
            if (it.code.equals(code)) {
                return it;
            }
        }
        return null;
    }
}
