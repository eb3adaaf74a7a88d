package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.administration.People;
import no.samtidig.administration.PersonLine;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.Status;
import org.jspecify.annotations.Nullable;

/**
 * People and what they are here as.
 *
 * @param rooms what the reader may open
 * @param search what was asked
 * @param found a page of them
 * @param done what was just done; null where nothing was
 */
public record PeoplePage(
        List<Room> rooms,
        PeopleSearch search,
        People.Found found,
        @Nullable PersonDone done) implements Page {
    public PeoplePage {
        rooms = List.copyOf(rooms);
    }

    public static Status status(PersonLine it) {
        return switch (it.standing()) {
            case IN_USE -> Status.DONE;
            case NO_ROLE, INVITED -> Status.WAITING;
            case CLOSED -> Status.STOPPED;
        };
    }
}
