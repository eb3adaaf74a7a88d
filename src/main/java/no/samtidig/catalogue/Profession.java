package no.samtidig.catalogue;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Whom a lesson is written for. The code is the same as the role's in {@code access}. */
public enum Profession implements Coded {
    MILIEU_THERAPIST("miljoterapeut"),
    CLINICIAN("behandler"),
    CASE_WORKER("saksbehandler"),
    UNIT_LEADER("enhetsleder");

    private final String code;

    Profession(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<Profession> of(String code) {
        return Coded.of(Profession.class, code);
    }
}
