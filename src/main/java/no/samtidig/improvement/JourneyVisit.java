package no.samtidig.improvement;

import java.util.Arrays;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.ProblemException;

/**
 * Somebody at a unit's journey.
 *
 * @param unit where the journey is
 * @param part what the person is to it
 */
public record JourneyVisit(Journey journey, Unit unit, Visitor.Person person, Part part) {
    /** The parameter of an address that says which journey is meant, for those who follow several. */
    public static final String WHICH = "lop";

    /**
     * Ends the request unless the person is one of these to the journey.
     *
     * @throws ProblemException not found, as for anything that is not one's own
     */
    public JourneyVisit as(Part... parts) {
        if (!Arrays.asList(parts).contains(part)) {
            throw ProblemException.notFound();
        }
        return this;
    }

    public boolean leads() {
        return part == Part.LEADER;
    }

    public boolean coaches() {
        return part == Part.COACH;
    }

    /** An address of the journey's pages, as this person comes there: who follows several says which. */
    public String at(String path) {
        return coaches()
                ? path + (path.contains("?") ? "&" : "?") + WHICH + "="
                        + journey.id().value()
                : path;
    }
}
