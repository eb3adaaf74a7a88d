package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Something with one button was not done: why, and the way back.
 *
 * @param place it was about
 * @param trouble why it was not done
 */
public record NotDonePage(List<Room> rooms, UnitPath place, Trouble trouble) implements Page {
    public NotDonePage {
        rooms = List.copyOf(rooms);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
