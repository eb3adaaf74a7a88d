package no.samtidig.improvement.action;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.jspecify.annotations.Nullable;

/**
 * What a unit wants to reach: one sentence of who does what, where, when, how often and with whom.
 *
 * @param area id of one of the instrument's eleven areas
 * @param occasion which results meeting it comes from
 * @param madeBy null where the person is erased
 * @param ending null as long as it is alive
 */
public record Goal(
        GoalId id,
        JourneyId journey,
        String area,
        String sentence,
        Occasion occasion,
        LocalDate made,
        @Nullable AccountId madeBy,
        @Nullable Ending ending) {
    /** Goals a journey has at one time at most: the programme's judgement, not a finding ({@code journey.md} section 1). */
    public static final int MOST = 3;

    /** Letters of its sentence at most. */
    public static final int LONGEST = 240;

    /** Letters of a reason at most. */
    public static final int LONGEST_NOTE = 200;

    /** How it ended. */
    public record Ending(LocalDate day, GoalEnd why, String note) {}

    public Optional<Ending> ended() {
        return Optional.ofNullable(ending);
    }

    public boolean alive() {
        return ending == null;
    }
}
