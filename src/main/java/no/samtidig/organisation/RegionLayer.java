package no.samtidig.organisation;

import no.samtidig.platform.code.Coded;

/** The three divisions of the country. Their borders differ, so "region" alone means nothing. */
public enum RegionLayer implements Coded {
    /** The four regional health authorities' areas. */
    HEALTH,
    /** The seven competence centres on substance use. */
    KORUS,
    /** The five resource centres on violence, traumatic stress and suicide prevention. */
    RVTS;
}
