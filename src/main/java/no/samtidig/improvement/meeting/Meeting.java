package no.samtidig.improvement.meeting;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import no.samtidig.improvement.JourneyId;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A results meeting.
 *
 * @param month of the round it is about: 0, 6, 12 or 18
 * @param minutes how long: 60, or 30 for units of fewer than eight
 * @param code null when it is over
 * @param voters how many voted; empty before, and where fewer than five did
 * @param declined an area the leader cannot give time to
 * @param reason why not; empty where nothing was declined
 * @param ending how it ended; empty while it is open
 * @param room how many in the room may vote, where somebody counted them
 */
public record Meeting(
        MeetingId id,
        JourneyId journey,
        int month,
        int minutes,
        @Nullable MeetingCode code,
        Vote vote,
        OptionalInt voters,
        OffsetDateTime began,
        @Nullable OffsetDateTime ended,
        Optional<String> declined,
        String reason,
        Optional<Ending> ending,
        OptionalInt room) {
    /** Letters in a reason at most. */
    public static final int LONGEST_REASON = 200;

    /** Units of fewer than this have the short meeting unless they choose otherwise. */
    public static final int SMALL = 8;

    /** How far the silent vote has come. */
    public enum Vote implements Coded {
        WAITING,
        OPEN,
        CLOSED;

        static Vote of(String code) {
            return Coded.of(Vote.class, code).orElseThrow();
        }
    }

    public boolean open() {
        return ended == null;
    }

    /** Whether it was held to its end. */
    public boolean concluded() {
        return ending.filter(Ending::concluded).isPresent();
    }
}
