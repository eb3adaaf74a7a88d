package no.samtidig.improvement;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.code.Coded;

/**
 * How far a unit has come ({@code journey.md} section 8). What it is called stands under {@code stage.<code>}. Only a person moves a unit,
 * also back; moves are kept.
 */
public enum Stage implements Coded {
    /** Somebody asked or was asked; contact and level are known. */
    INTERESTED(21),
    /** Leader and region have both accepted one version of the agreement. */
    AGREED(45),
    /** The checklist is complete and the dates are set. */
    ANCHORED(60),
    /** The first action has an owner and a date. Nudged by talks not held, not by days. */
    RUNNING(42),
    /** Goes on by itself: own date for the next GAP, an owner, the list for new staff in use. */
    SUSTAINED(365),
    /** Ended by either side, with a reason. Starts again as a new journey. */
    STOPPED(183),
    /** Said no. Only from {@link #INTERESTED}. */
    DECLINED(183);

    private final int nudgeAfter;

    Stage(int nudgeAfter) {
        this.nudgeAfter = nudgeAfter;
    }

    /** After so many days without anything happening the regional contact is reminded. */
    public int nudgeAfter() {
        return nudgeAfter;
    }

    /** Whether the journey goes on. */
    public boolean alive() {
        return this != STOPPED && this != DECLINED;
    }

    /** Where a person can move it from here, forward first. */
    public Set<Stage> next() {
        return switch (this) {
            case INTERESTED -> EnumSet.of(AGREED, DECLINED, STOPPED);
            case AGREED -> EnumSet.of(ANCHORED, INTERESTED, STOPPED);
            case ANCHORED -> EnumSet.of(RUNNING, AGREED, STOPPED);
            case RUNNING -> EnumSet.of(SUSTAINED, ANCHORED, STOPPED);
            case SUSTAINED -> EnumSet.of(RUNNING, STOPPED);
            case STOPPED, DECLINED -> EnumSet.noneOf(Stage.class);
        };
    }

    public static Optional<Stage> of(String code) {
        return Coded.of(Stage.class, code);
    }
}
