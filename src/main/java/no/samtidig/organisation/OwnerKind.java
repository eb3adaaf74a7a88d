package no.samtidig.organisation;

/** Who can own a unit. */
public enum OwnerKind {
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

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
