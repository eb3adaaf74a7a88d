package no.samtidig.access.web;

import java.util.List;
import java.util.Set;
import no.samtidig.access.Looks;
import no.samtidig.access.OwnData;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * What is kept about the reader, to be taken out or deleted.
 *
 * @param copy all of it
 * @param looks who looked at it, the newest first
 * @param ownWords kinds in which the reader's own words stand
 * @param state what has just happened
 */
public record OwnDataPage(OwnData.Copy copy, List<Looks.Look> looks, Set<String> ownWords, State state)
        implements Page {
    public OwnDataPage {
        looks = List.copyOf(looks);
        ownWords = Set.copyOf(ownWords);
    }

    /** What has just happened. */
    public enum State {
        NOTHING,
        /** Deletion was asked for without saying that one means it. */
        UNCONFIRMED,
        DELETED
    }

    /** Deletion was asked for without a word that it is meant. */
    public Trouble trouble() {
        return state == State.UNCONFIRMED ? Trouble.at("sikker", "own-data.unconfirmed") : Trouble.NONE;
    }

    @Override
    public int status() {
        return trouble().status();
    }
}
