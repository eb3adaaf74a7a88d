package no.samtidig.improvement.action;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** How far the sign of change is seen. The words stand under {@code sign-seen.<code>}. */
public enum SignSeen implements Coded {
    NOT_YET,
    PARTLY,
    YES;

    public static Optional<SignSeen> of(String code) {
        return Coded.of(SignSeen.class, code);
    }
}
