package no.samtidig.organisation;

/** The three divisions of the country. Their borders differ, so "region" alone means nothing. */
public enum RegionLayer {
    /** The four regional health authorities' areas. */
    HEALTH,
    /** The seven competence centres on substance use. */
    KORUS,
    /** The five resource centres on violence, traumatic stress and suicide prevention. */
    RVTS;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
