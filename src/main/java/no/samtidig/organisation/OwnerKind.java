package no.samtidig.organisation;

import java.util.Locale;
import no.samtidig.platform.code.Coded;

/** Who can own a unit. */
public enum OwnerKind implements Coded {
    /** Regional health authority. */
    RHF,
    /** Hospital trust. */
    HF,
    MUNICIPALITY,
    /** Private non-profit institution, a large part of specialised substance treatment. */
    PRIVATE_NON_PROFIT,
    PRISON_HEALTH,
    /** A competence centre: KORUS or RVTS. */
    COMPETENCE_CENTRE;

    /** With underscores, as the tables have it. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
