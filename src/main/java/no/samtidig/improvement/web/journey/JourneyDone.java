package no.samtidig.improvement.web.journey;

import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with a journey. What the page says stands under {@code journey.done.<code>}. */
public enum JourneyDone implements Coded {
    HELD,
    HOLD_ENDED,
    STOPPED,
    MOVED,
    TAKEN_OVER,
    LEADER_CHANGED,
    ANSWERED,
    /** Nothing was done: somebody was there first. */
    MEANWHILE;

    static Optional<JourneyDone> of(@Nullable String code) {
        return code == null ? Optional.empty() : Coded.of(JourneyDone.class, code);
    }
}
