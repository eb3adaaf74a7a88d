package no.samtidig.improvement.web.steering;

import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;

/** Taking a journey over as its coach, before it is done. */
public record CoachPage(JourneyVisit visit) implements Page {
    /** Whether the reader is its coach. */
    public boolean already() {
        return visit.person().account().equals(visit.journey().coach());
    }
}
