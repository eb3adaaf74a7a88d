package no.samtidig.access.web;

import java.util.Locale;
import no.samtidig.platform.Page;

/**
 * A closed account, to somebody who is not signed in.
 *
 * @param state how it stands
 * @param token of the link; empty where there is nothing to open
 */
public record ReopenPage(State state, String token) implements Page {
    /** How it stands; the texts stand under {@code reopen.<name>.title} and {@code .text}. */
    public enum State {
        CLOSED,
        CAN_OPEN,
        OPENED,
        /** Used, too old, or never one: all alike. */
        NO_LINK;

        public String key() {
            return "reopen." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int status() {
        return state == State.NO_LINK ? 404 : 200;
    }
}
