package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.PlaceLists;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.FormerFacts;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * One unit: what it is, who leads it, what it was, and what can be done with it.
 *
 * @param shapes whether the reader may change all of it
 * @param ownerShown whether the reader may open its owner
 * @param open whether it is open and no end is set
 * @param reopens whether its closing can be taken back
 * @param county by name
 * @param municipality by name; empty where none is said
 * @param leaders by name
 * @param history what was said of it before, the latest first
 * @param before units that went on as this one, the latest first
 * @param after where it goes on; null where it does not
 * @param done what was just done; null where nothing was
 */
public record UnitPlacePage(
        List<Room> rooms,
        UnitPlace unit,
        boolean shapes,
        boolean ownerShown,
        boolean open,
        boolean reopens,
        String county,
        String municipality,
        List<PlaceLists.Leader> leaders,
        List<FormerFacts> history,
        List<UnitPlace> before,
        @Nullable UnitPlace after,
        @Nullable PlaceDone done)
        implements Page {
    public UnitPlacePage {
        rooms = List.copyOf(rooms);
        leaders = List.copyOf(leaders);
        history = List.copyOf(history);
        before = List.copyOf(before);
    }
}
