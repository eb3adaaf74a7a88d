package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * Taking a new mail address into use.
 *
 * @param state how it stands
 * @param email the new address; empty where there is none to take
 * @param token of the link; empty where there is nothing to confirm
 */
public record ConfirmAddressPage(State state, String email, String token) implements Page {
    /** How it stands; the texts stand under {@code confirm-address.<name>.title} and {@code .text}. */
    public enum State implements Coded {
        ASKING,
        CHANGED,
        /** Used, too old, taken, or never one: all alike. */
        NO_LINK;

        public String key() {
            return "confirm-address." + code();
        }
    }

    @Override
    public int status() {
        return state == State.NO_LINK ? 410 : 200;
    }
}
