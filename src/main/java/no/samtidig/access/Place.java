package no.samtidig.access;

import java.util.EnumSet;
import java.util.Set;
import no.samtidig.organisation.UnitPath;

/**
 * Somewhere a role can be given.
 *
 * @param scope where the role would hold
 * @param name the unit, region or country by name
 * @param within who owns the unit, or which layer the region is of; empty for the country
 * @param kind what sort of place
 */
public record Place(Accounts.Scope scope, String name, String within, Kind kind) {
    /** What sort of place it is; each has its own roles. */
    public enum Kind {
        UNIT,
        REGION,
        COUNTRY;

        /** The roles that make sense here. */
        public Set<Role> roles() {
            return switch (this) {
                case UNIT ->
                    EnumSet.of(
                            Role.MILIEU_THERAPIST, Role.CLINICIAN, Role.LIVED_EXPERIENCE_CONSULTANT, Role.UNIT_LEADER);
                case REGION -> EnumSet.of(Role.REGIONAL_CONTACT, Role.FACILITATOR, Role.LIVED_EXPERIENCE_CONSULTANT);
                case COUNTRY -> EnumSet.of(Role.EDITOR, Role.PROJECT_LEAD, Role.FACILITATOR, Role.ADMINISTRATOR);
            };
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** As a form sends it: {@code no.<owner>.<unit>}, {@code <layer>/<region>} or {@code no}. */
    public String code() {
        return code(scope);
    }

    static String code(Accounts.Scope scope) {
        return switch (scope) {
            case Accounts.Scope.Place(UnitPath path) -> path.value();
            case Accounts.Scope.Region(var layer, String code) -> layer.code() + "/" + code;
        };
    }
}
