package no.samtidig.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a person is here as. The code is used in addresses and forms; the name a person reads stands under {@code role.<code>}. */
public enum Role {
    MILIEU_THERAPIST("miljoterapeut"),
    CLINICIAN("behandler"),
    UNIT_LEADER("enhetsleder"),
    REGIONAL_CONTACT("regional-kontakt"),
    FACILITATOR("kursholder"),
    EDITOR("fagredaktor"),
    LIVED_EXPERIENCE_CONSULTANT("erfaringskonsulent"),
    PROJECT_LEAD("prosjektleder"),
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** Everybody who works in the programme may learn; what more a role may do comes with the pages that need it. */
    public Set<Permission> permissions() {
        return switch (this) {
            case UNIT_LEADER ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_COMPLETION,
                        Permission.INVITE,
                        Permission.SEE_RESULTS);
            case REGIONAL_CONTACT ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.INVITE,
                        Permission.RUN_SURVEYS,
                        Permission.SEE_RESULTS);
            case ADMINISTRATOR -> EnumSet.of(Permission.LEARN, Permission.OWN_ACCOUNT, Permission.INVITE);
            case EDITOR ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_COVERAGE,
                        Permission.WITHDRAW_VOICES,
                        Permission.EDIT_QUESTIONNAIRES);
            case PROJECT_LEAD ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_COVERAGE,
                        Permission.EDIT_QUESTIONNAIRES,
                        Permission.RUN_SURVEYS,
                        Permission.SEE_RESULTS);
            case MILIEU_THERAPIST, CLINICIAN, FACILITATOR, LIVED_EXPERIENCE_CONSULTANT ->
                EnumSet.of(Permission.LEARN, Permission.OWN_ACCOUNT);
        };
    }
}
