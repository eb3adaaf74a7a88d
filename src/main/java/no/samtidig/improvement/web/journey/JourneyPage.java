package no.samtidig.improvement.web.journey;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;

/**
 * A unit's journey: where it is, and what comes next.
 *
 * @param place where the reader is, by name
 * @param visit at the journey; empty where the unit has none yet
 * @param staff whether the reader may see who has completed what
 */
public record JourneyPage(String place, Optional<JourneyVisit> visit, boolean staff, LocalDate today) implements Page {
    /** The unit's name, the heading of its page. */
    public String unit() {
        return visit.map(it -> it.unit().name()).orElse(place);
    }
}
