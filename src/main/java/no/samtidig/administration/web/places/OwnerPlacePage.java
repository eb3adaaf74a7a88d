package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.FormerFacts;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * One owner: what it is, its open units, what it was, and what can be done with it.
 *
 * @param shapes whether the reader may change it
 * @param open whether it is open and no end is set
 * @param reopens whether its closing can be taken back
 * @param units open ones that the reader may see, by name
 * @param history what was said of it before, the latest first
 * @param after the owner that took over; null where none did
 * @param done what was just done; null where nothing was
 */
public record OwnerPlacePage(
        List<Room> rooms,
        OwnerPlace owner,
        boolean shapes,
        boolean open,
        boolean reopens,
        List<UnitPlace> units,
        List<FormerFacts> history,
        @Nullable OwnerPlace after,
        @Nullable PlaceDone done)
        implements Page {
    public OwnerPlacePage {
        rooms = List.copyOf(rooms);
        units = List.copyOf(units);
        history = List.copyOf(history);
    }
}
