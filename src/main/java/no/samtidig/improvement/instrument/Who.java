package no.samtidig.improvement.instrument;

import no.samtidig.platform.code.Coded;

/** To whom a statement is put. Codes as in the file. */
public enum Who implements Coded {
    /** Everybody on the unit. */
    ALL("all"),
    /** Behandler; saksbehandler answers as one. */
    CLINICIAN("behandler"),
    /** Staff, but not clinicians, of units where people stay the night. */
    MILIEU("miljo");

    private final String code;

    Who(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
