package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * Asking for a new password.
 *
 * @param email as typed
 * @param state how far the reader is
 */
public record ForgottenPage(String email, State state) implements Page {
    /** How far the reader is; the words of a trouble stand under {@code forgotten.trouble.<code>}. */
    public enum State implements Coded {
        ASKING(200),
        HEARD(200),
        CHANGED(200),
        NO_ADDRESS(422),
        WAIT(429);

        private final int status;

        State(int status) {
            this.status = status;
        }

        public boolean troubled() {
            return status >= 400;
        }
    }

    @Override
    public int status() {
        return state.status;
    }
}
