package no.samtidig.improvement.web.meeting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * The unit's results meetings: one to begin, one that is open, those that were held.
 *
 * @param held those that are over, the newest first
 * @param month of the newest round that is settled; empty where none is
 * @param suggested minutes
 * @param areas the name of an area by its id
 * @param staff whether the reader may see who has completed what, for the menu
 */
public record MeetingsPage(
        JourneyVisit visit,
        Optional<Meeting> open,
        List<Meeting> held,
        Optional<Integer> month,
        int suggested,
        Function<String, LocalizedText.Text> areas,
        boolean staff,
        Trouble trouble)
        implements Page {
    public MeetingsPage {
        held = List.copyOf(held);
    }

    /** Whether the unit has met about the newest round already. */
    public boolean met() {
        return held.stream().anyMatch(it -> month.filter(on -> on == it.month()).isPresent());
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
