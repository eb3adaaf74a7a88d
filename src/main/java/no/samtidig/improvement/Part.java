package no.samtidig.improvement;

/** What somebody is to a journey, by the role acted in. */
public enum Part {
    /** Leads the unit. */
    LEADER,
    /** Regional contact of a region the unit lies in. */
    COACH,
    /** Works there; sees a gentler page, and can own an action. */
    STAFF,
    /** Lived-experience consultant (erfaringskonsulent) at the unit: writes the user council's answers. */
    COUNCIL
}
