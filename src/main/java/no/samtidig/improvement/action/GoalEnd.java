package no.samtidig.improvement.action;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Why a goal is no longer worked for. The words stand under {@code goal-end.<code>}. */
public enum GoalEnd implements Coded {
    REACHED,
    DROPPED,
    /** A new round gave others. */
    NEW_ROUND;

    public static Optional<GoalEnd> of(String code) {
        return Coded.of(GoalEnd.class, code);
    }
}
