package no.samtidig.improvement.meeting;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** How a meeting ended: {@code meeting.ending.<code>}. */
public enum Ending implements Coded {
    /** The unit chose goals in it. */
    CHOSEN,
    /** The goals there were go on. */
    KEPT,
    /** «Vi valgte ingen.» */
    NONE,
    /** It came to nothing, or nobody ended it: the unit meets again. */
    ABANDONED;

    public static Optional<Ending> of(String code) {
        return Coded.of(Ending.class, code);
    }

    /** Whether the unit is done with the round it was about. */
    public boolean concluded() {
        return this != ABANDONED;
    }
}
