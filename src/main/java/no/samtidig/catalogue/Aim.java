package no.samtidig.catalogue;

/** The programme's four aims. */
public enum Aim {
    IDENTIFY,
    ASSESS,
    DIAGNOSE,
    TREAT;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
