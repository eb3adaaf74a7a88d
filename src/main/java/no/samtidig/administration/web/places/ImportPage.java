package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.web.Room;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Choosing a file of owners and units.
 *
 * @param trouble why the last one could not be read
 */
public record ImportPage(List<Room> rooms, Trouble trouble) implements Page {
    public ImportPage {
        rooms = List.copyOf(rooms);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
