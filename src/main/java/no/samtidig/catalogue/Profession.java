package no.samtidig.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** Whom a lesson is written for. The code is the same as the role's in {@code access}. */
public enum Profession {
    MILIEU_THERAPIST("miljoterapeut"),
    CLINICIAN("behandler"),
    CASE_WORKER("saksbehandler"),
    UNIT_LEADER("enhetsleder");

    private final String code;

    Profession(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Profession> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
