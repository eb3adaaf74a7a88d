package no.samtidig.organisation;

/** Tjenestenivå. */
public enum ServiceLevel {
    SPECIALIST,
    PRIMARY;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
