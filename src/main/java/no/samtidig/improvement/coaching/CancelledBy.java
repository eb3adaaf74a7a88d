package no.samtidig.improvement.coaching;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Who cancelled a talk. The words stand under {@code cancelled-by.<code>}. */
public enum CancelledBy implements Coded {
    LEADER,
    COACH,
    BOTH;

    public static Optional<CancelledBy> of(String code) {
        return Coded.of(CancelledBy.class, code);
    }
}
