package no.samtidig.survey;

import java.util.Optional;
import no.samtidig.access.Role;
import no.samtidig.platform.code.Coded;

/** What results are divided by instead of roles: few groups, so that they are large. The words stand under {@code staff-group.<code>}. */
public enum StaffGroup implements Coded {
    CLINICIAN("behandler"),
    MILIEU("miljopersonell"),
    LEADER("leder"),
    OTHER("annet");

    private final String code;

    StaffGroup(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<StaffGroup> of(String code) {
        return Coded.of(StaffGroup.class, code);
    }

    /** Which group a role counts to. */
    public static StaffGroup of(Role role) {
        return switch (role) {
            case CLINICIAN -> CLINICIAN;
            case MILIEU_THERAPIST -> MILIEU;
            case UNIT_LEADER -> LEADER;
            case REGIONAL_CONTACT, FACILITATOR, EDITOR, LIVED_EXPERIENCE_CONSULTANT, PROJECT_LEAD, ADMINISTRATOR ->
                OTHER;
        };
    }
}
