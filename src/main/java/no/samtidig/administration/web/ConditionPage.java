package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.administration.Reading;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.Status;

/**
 * How the service stands, a line for each thing.
 *
 * @param rooms what the reader may open
 */
public record ConditionPage(List<Room> rooms, List<Reading> readings) implements Page {
    public ConditionPage {
        rooms = List.copyOf(rooms);
        readings = List.copyOf(readings);
    }

    public static Status status(Reading it) {
        return switch (it.verdict()) {
            case GOOD -> Status.DONE;
            case LOOK -> Status.WAITING;
            case BAD -> Status.FAILED;
        };
    }
}
