package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyId;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;

/**
 * A unit's GAP round.
 *
 * @param id of the round of surveys it is
 * @param occasion months after the first results meeting: one of {@link #OCCASIONS}, or {@link #WAITING}
 * @param residential whether people stay the night at the unit, so that staff are asked about house rules
 * @param opens first day to answer
 * @param closes last day to answer
 */
public record GapRound(
        RoundId id,
        JourneyId journey,
        int occasion,
        GapForm form,
        boolean residential,
        LocalDate opens,
        LocalDate closes,
        Round.State state) {
    /** The occasion of a short round while the unit waits to begin, when it has agreed: something for others' change to be compared with. */
    public static final int WAITING = -6;

    /** At the start and after so many months; the last two are the yearly checks. */
    public static final List<Integer> OCCASIONS = List.of(0, 6, 12, 18, 24, 30);

    /** The occasion that follows; empty after the last. */
    static Optional<Integer> after(int occasion) {
        return OCCASIONS.stream().filter(it -> it > occasion).findFirst();
    }

    /** Whether a results meeting follows it: the one while the unit waits is for comparison only. */
    public boolean meets() {
        return occasion != WAITING;
    }

    /** Whether its results are final. */
    public boolean settled() {
        return state == Round.State.SETTLED;
    }
}
