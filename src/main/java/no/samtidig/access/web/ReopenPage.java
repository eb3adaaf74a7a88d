package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * A closed account, to somebody who is not signed in.
 *
 * @param state how it stands
 * @param token of the link; empty where there is nothing to open
 */
public record ReopenPage(State state, String token) implements Page {
    /** How it stands; the texts stand under {@code reopen.<name>.title} and {@code .text}. */
    public enum State implements Coded {
        CLOSED,
        CAN_OPEN,
        OPENED,
        /** Used, too old, or never one: all alike. */
        NO_LINK;

        public String key() {
            return "reopen." + code();
        }
    }

    @Override
    public int status() {
        return state == State.NO_LINK ? 404 : 200;
    }
}
