package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import org.jspecify.annotations.Nullable;

/**
 * A unit's way through eighteen months.
 *
 * @param unit where it is today; it follows a unit that moves
 * @param begun the day it was put into the pipeline
 * @param since the day it came to its stage
 * @param coach the regional contact who follows it; null until one is named
 * @param monthZero the day of the first results meeting; null until it is held
 * @param hold null where it is not on hold
 * @param shares whether the unit has said yes to being seen by name outside the region
 * @param revision counts changes, so that two who change it at once lose nothing
 */
public record Journey(
        JourneyId id,
        UnitPath unit,
        Stage stage,
        LocalDate begun,
        LocalDate since,
        @Nullable AccountId coach,
        @Nullable LocalDate monthZero,
        @Nullable Hold hold,
        boolean shares,
        int revision) {
    /** So many months a journey takes from its first results meeting. */
    public static final int MONTHS = 18;

    /** So many weeks at most it can be on hold. */
    public static final int LONGEST_HOLD_WEEKS = 12;

    /**
     * On hold (på vent): reminders are silent. A flag, no stage.
     *
     * @param until the last day, at most {@link #LONGEST_HOLD_WEEKS} after the first
     */
    public record Hold(LocalDate from, LocalDate until, HoldReason reason) {}

    public Optional<Hold> holding(LocalDate today) {
        return Optional.ofNullable(hold).filter(it -> !today.isAfter(it.until()));
    }

    /** The month of the journey on a day: 0 on the day of the first results meeting; empty before it. */
    public Optional<Integer> month(LocalDate today) {
        return monthZero == null || today.isBefore(monthZero)
                ? Optional.empty()
                : Optional.of((int) monthZero.until(today).toTotalMonths());
    }

    /** The same on hold, or no longer. */
    public Journey on(@Nullable Hold other) {
        return new Journey(id, unit, stage, begun, since, coach, monthZero, other, shares, revision);
    }

    /** The same with another coach. */
    public Journey coachedBy(AccountId other) {
        return new Journey(id, unit, stage, begun, since, other, monthZero, hold, shares, revision);
    }
}
