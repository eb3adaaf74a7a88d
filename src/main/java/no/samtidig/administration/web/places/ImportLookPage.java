package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.administration.PlaceImport;
import no.samtidig.administration.web.Room;
import no.samtidig.platform.Page;

/**
 * What a file would do, line by line, or has done.
 *
 * @param look at the file
 */
public record ImportLookPage(List<Room> rooms, PlaceImport.Look look) implements Page {
    /** Lines shown of each sort at most; all the mistakes are in the file for mending. */
    private static final int SHOWN = 100;

    public ImportLookPage {
        rooms = List.copyOf(rooms);
    }

    public List<PlaceImport.Told> shown(List<PlaceImport.Told> lines) {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    public int hidden(List<PlaceImport.Told> lines) {
        return Math.max(0, lines.size() - SHOWN);
    }

    /** How many lines would do something. */
    public int good() {
        return look.made().size() + look.changed().size();
    }
}
