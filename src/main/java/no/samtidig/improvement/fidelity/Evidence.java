package no.samtidig.improvement.fidelity;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** What a rating can rest on. Nobody's record is among it. */
public enum Evidence implements Coded {
    /** The routine was read. */
    RUTINE,
    /** An exercise was watched. */
    OVING,
    /** Three on shift were asked, each alone. */
    TRE_SPURT,
    /** The roster was seen. */
    TURNUS,
    /** The user council's answer. */
    BRUKERRAD;

    public static Optional<Evidence> of(String code) {
        return Coded.of(Evidence.class, code);
    }
}
