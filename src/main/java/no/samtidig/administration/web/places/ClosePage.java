package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Page;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;

/**
 * Closing a unit or an owner: what is at work there and what becomes of it, and the last day.
 *
 * @param revision of it that the reader has seen
 * @param units open ones of an owner, by name
 * @param day as it was typed
 * @param withUnits whether the owner's units are to close with it
 */
public record ClosePage(
        List<Room> rooms,
        UnitPath place,
        String name,
        int revision,
        List<String> units,
        List<Sentence> atWork,
        String day,
        boolean withUnits,
        Trouble trouble)
        implements Page {
    public ClosePage {
        rooms = List.copyOf(rooms);
        units = List.copyOf(units);
        atWork = List.copyOf(atWork);
    }

    public boolean owner() {
        return OnePlace.isOwner(place);
    }

    public String named() {
        return OnePlace.named(units);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
