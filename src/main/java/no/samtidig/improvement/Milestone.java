package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the line of eighteen months, counted from the first results meeting ({@code journey.md} section 9). What it is called
 * stands under {@code milestone.<code>}.
 */
public enum Milestone implements Coded {
    /** The first results meeting: month 0. */
    FIRST_MEETING(0),
    /** Pause and look: keep, change or drop each action. */
    PAUSE(3),
    /** GAP, fidelity and meeting after six months. */
    SIX(6),
    /** The same after twelve. */
    TWELVE(12),
    /** The unit leads the talk; there is an owner for the time after. */
    UNIT_LEADS(15),
    /** Full GAP, fidelity, meeting, change and status. */
    EIGHTEEN(18);

    private final int month;

    Milestone(int month) {
        this.month = month;
    }

    /** Months after the first results meeting, 0 to 18. */
    public int month() {
        return month;
    }

    /** The day it falls on by the plan; empty until the first results meeting is held. */
    public Optional<LocalDate> planned(@Nullable LocalDate monthZero) {
        return Optional.ofNullable(monthZero).map(it -> it.plusMonths(month));
    }
}
