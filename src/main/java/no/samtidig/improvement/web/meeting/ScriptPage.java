package no.samtidig.improvement.web.meeting;

import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.platform.Page;

/**
 * What is said and done in a results meeting, minute by minute, for whoever reads the screen.
 *
 * @param cards whether cards are sorted, since too few answered
 */
public record ScriptPage(JourneyVisit visit, Meeting meeting, boolean cards) implements Page {
    public List<Programme.Timed> steps() {
        return Programme.of(meeting.minutes());
    }
}
