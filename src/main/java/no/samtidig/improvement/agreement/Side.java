package no.samtidig.improvement.agreement;

import java.util.Optional;
import no.samtidig.improvement.Part;
import no.samtidig.platform.code.Coded;

/** Who agrees. */
public enum Side implements Coded {
    LEADER,
    REGION;

    /** The side somebody is on; empty for those who only read. */
    static Optional<Side> of(Part part) {
        return switch (part) {
            case LEADER -> Optional.of(LEADER);
            case COACH -> Optional.of(REGION);
            case STAFF, COUNCIL -> Optional.empty();
        };
    }

    static Optional<Side> of(String code) {
        return Coded.of(Side.class, code);
    }
}
