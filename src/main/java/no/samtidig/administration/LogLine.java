package no.samtidig.administration;

import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.access.Role;

/**
 * A line of the audit log as people read it.
 *
 * @param actor who did it, by name; empty where nobody did, or the account is gone
 * @param bySystem whether nobody did
 * @param action what was done, as the log has it but for the role
 * @param kind to what sort of thing
 * @param role which role it was about
 * @param subject whom or what it was done to; empty where no name is known
 * @param place by name; empty for none
 */
public record LogLine(
        OffsetDateTime at,
        String actor,
        boolean bySystem,
        String action,
        String kind,
        Optional<Role> role,
        String subject,
        String place) {
    /** Key of the words, under {@code log.}. */
    public String key() {
        return "log." + kind + "." + action.replace(' ', '-');
    }
}
