package no.samtidig.improvement.coaching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A talk between a unit's leader and the regional contact.
 *
 * @param number its place among all talks of the journey by day, from 1; cancelled ones count
 * @param starts in Norway's time
 * @param cancelledBy null unless it is cancelled
 * @param sequence how often it was moved or cancelled
 * @param note null until somebody wrote it
 * @param leaderAgreed the day the leader said that the note was read aloud and agreed; null before
 * @param coachAgreed the same of the coach
 * @param noted when the note was last written
 * @param revision counts changes, so that two who write at once lose nothing
 */
public record Talk(
        TalkId id,
        int number,
        LocalDate day,
        LocalTime starts,
        State state,
        @Nullable CancelledBy cancelledBy,
        int sequence,
        @Nullable TalkNote note,
        @Nullable LocalDate leaderAgreed,
        @Nullable LocalDate coachAgreed,
        @Nullable LocalDate noted,
        @Nullable AccountId notedBy,
        int revision) {
    /** Minutes it takes. */
    public static final int MINUTES = 30;

    /** Whether it is to come, was, or will not be. */
    public enum State implements Coded {
        PLANNED,
        HELD,
        CANCELLED
    }

    public Optional<TalkNote> written() {
        return Optional.ofNullable(note);
    }

    public boolean planned() {
        return state == State.PLANNED;
    }

    public boolean held() {
        return state == State.HELD;
    }
}
