package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * A one-time link that does nothing (any more), and what to do instead.
 *
 * @param kind what is the matter
 * @param inviter who invited, by name; empty where nobody did or it is not known
 */
public record ClosedLinkPage(Kind kind, String inviter) implements Page {
    /** What is the matter; the words stand under {@code closed-link.<code>}. */
    public enum Kind implements Coded {
        UNKNOWN(404),
        ACCEPTED(410),
        EXPIRED(410),
        WITHDRAWN(410),
        /** The one who invited has no longer the role that allowed it. */
        LAPSED(410),
        /** The address belongs to an account that was closed. */
        CLOSED_ACCOUNT(409),
        /** A link to a new password: unknown, used or too old. */
        PASSWORD(410);

        private final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    /** Whether the one who invited is whom to ask. */
    public boolean asksInviter() {
        return kind != Kind.PASSWORD && kind != Kind.UNKNOWN && kind != Kind.LAPSED;
    }

    @Override
    public int status() {
        return kind.status;
    }
}
