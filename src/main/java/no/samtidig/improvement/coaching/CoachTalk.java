package no.samtidig.improvement.coaching;

import java.time.LocalDate;
import java.time.LocalTime;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import org.jspecify.annotations.Nullable;

/**
 * A planned talk as its coach sees it among all of theirs.
 *
 * @param unit its name
 * @param number its place among the talks of the journey
 * @param starts in Norway's time
 * @param last what the unit's last talk ended in; null before the first
 */
public record CoachTalk(
        TalkId id,
        JourneyId journey,
        String unit,
        int number,
        LocalDate day,
        LocalTime starts,
        @Nullable Last last) {
    /** What was agreed in the last talk. */
    public record Last(LocalDate day, String step) {}

    /** A page of the talk, for its coach: with its agenda, or below it. */
    public String path(String page) {
        return "/enheten/veiledning/" + id.value() + page + "?" + JourneyVisit.WHICH + "=" + journey.value();
    }

    public Theme theme() {
        return Theme.of(number);
    }
}
