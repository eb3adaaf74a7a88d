package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/**
 * Asking for a new password.
 *
 * @param email as typed
 * @param state how far the reader is
 * @param trouble what is wrong with what was typed
 */
public record ForgottenPage(String email, State state, Trouble trouble) implements Page {
    /** How far the reader is. */
    public enum State implements Coded {
        ASKING,
        HEARD,
        CHANGED;

        /** What the keys of its words begin with. */
        public String key() {
            return this == ASKING ? "forgotten" : "forgotten." + code();
        }
    }

    static ForgottenPage of(State state) {
        return new ForgottenPage("", state, Trouble.NONE);
    }

    static ForgottenPage asking(String email, Trouble trouble) {
        return new ForgottenPage(email, State.ASKING, trouble);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
