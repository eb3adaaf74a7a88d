package no.samtidig.learning.web;

import no.samtidig.learning.OwnData;
import no.samtidig.platform.Page;

/**
 * What is kept about the reader, to be taken out or deleted.
 *
 * @param copy all of it
 * @param state what has just happened
 */
public record OwnDataPage(OwnData.Copy copy, State state) implements Page {
    /** What has just happened. */
    public enum State {
        NOTHING,
        /** Deletion was asked for without saying that one means it. */
        UNCONFIRMED,
        DELETED
    }

    @Override
    public int status() {
        return state == State.UNCONFIRMED ? 422 : 200;
    }
}
