package no.samtidig.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;

/** What a person is here as. The code is used in addresses and forms; the name a person reads stands under {@code role.<code>}. */
public enum Role implements Coded {
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

    @Override
    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Coded.of(Role.class, code);
    }

    /** The roles that make sense at a place. Nobody has a role at an owner as a whole. */
    public static Set<Role> at(Place place) {
        return switch (place) {
            case Place.Unit _ -> EnumSet.of(MILIEU_THERAPIST, CLINICIAN, LIVED_EXPERIENCE_CONSULTANT, UNIT_LEADER);
            case Place.Region _ -> EnumSet.of(REGIONAL_CONTACT, FACILITATOR, LIVED_EXPERIENCE_CONSULTANT);
            case Place.Country _ -> EnumSet.of(EDITOR, PROJECT_LEAD, FACILITATOR, ADMINISTRATOR);
            case Place.Owner _ -> EnumSet.noneOf(Role.class);
        };
    }

    /** Whether it sees the names or the work of others: who has it stays signed in for a shorter time. */
    public boolean seesOthers() {
        return permissions().contains(Permission.INVITE) || permissions().contains(Permission.RUN_SURVEYS);
    }

    /** Everybody who works in the programme may learn; what more a role may do comes with the pages that need it. */
    public Set<Permission> permissions() {
        return switch (this) {
            case UNIT_LEADER ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_OWN_UNIT,
                        Permission.SEE_JOURNEY,
                        Permission.SEE_COMPLETION,
                        Permission.RUN_UNIT_ROUNDS,
                        Permission.INVITE,
                        Permission.MANAGE_PEOPLE,
                        Permission.MANAGE_PLACES,
                        Permission.SEE_RESULTS);
            case REGIONAL_CONTACT ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_JOURNEY,
                        Permission.RUN_PIPELINE,
                        Permission.INVITE,
                        Permission.MANAGE_PEOPLE,
                        Permission.MANAGE_PLACES,
                        Permission.RUN_SURVEYS,
                        Permission.SEE_RESULTS);
            case ADMINISTRATOR ->
                EnumSet.of(
                        Permission.LEARN,
                        Permission.OWN_ACCOUNT,
                        Permission.INVITE,
                        Permission.MANAGE_PEOPLE,
                        Permission.MANAGE_PLACES,
                        Permission.ADMINISTER);
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
                        Permission.SEE_PROGRAMME,
                        Permission.SEE_COVERAGE,
                        Permission.EDIT_QUESTIONNAIRES,
                        Permission.RUN_SURVEYS,
                        Permission.SEE_RESULTS);
            case MILIEU_THERAPIST, CLINICIAN, LIVED_EXPERIENCE_CONSULTANT ->
                EnumSet.of(Permission.LEARN, Permission.OWN_ACCOUNT, Permission.SEE_OWN_UNIT, Permission.SEE_JOURNEY);
            case FACILITATOR -> EnumSet.of(Permission.LEARN, Permission.OWN_ACCOUNT);
        };
    }
}
