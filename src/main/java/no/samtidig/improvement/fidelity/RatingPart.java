package no.samtidig.improvement.fidelity;

import java.util.Optional;
import no.samtidig.access.Role;
import no.samtidig.platform.code.Coded;

/** As what somebody rates: one of each. */
public enum RatingPart implements Coded {
    LEDER,
    MILJO,
    BEHANDLER,
    VEILEDER;

    public static Optional<RatingPart> of(String code) {
        return Coded.of(RatingPart.class, code);
    }

    /** The role of those whom the leader can choose; empty where nobody is chosen. */
    public Optional<Role> chosenAmong() {
        return switch (this) {
            case MILJO -> Optional.of(Role.MILIEU_THERAPIST);
            case BEHANDLER -> Optional.of(Role.CLINICIAN);
            case LEDER, VEILEDER -> Optional.empty();
        };
    }
}
