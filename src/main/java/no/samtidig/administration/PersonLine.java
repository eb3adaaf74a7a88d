package no.samtidig.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.Role;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the list of people: an account, or an address that is invited and has none.
 *
 * @param id of the account, or of the invitation
 * @param name full name; of somebody invited perhaps empty
 * @param email address for mail
 * @param roles in force that the reader may know of, or the one offered
 * @param seen the day of the last sign-in; null for never
 * @param standing how it stands
 * @param sendings how often the invitation was sent; 0 for an account
 */
public record PersonLine(
        UUID id,
        String name,
        String email,
        List<Held> roles,
        @Nullable LocalDate seen,
        Standing standing,
        int sendings) {
    public PersonLine {
        roles = List.copyOf(roles);
    }

    /** A role at a place by name. */
    public record Held(Role role, String place) {}

    /** How somebody stands; the word stands under {@code people.standing.<code>}, and the code in addresses. */
    public enum Standing implements Coded {
        IN_USE("i-bruk"),
        /** Has an account and no role: they get no further than their account. */
        NO_ROLE("uten-rolle"),
        CLOSED("lukket"),
        /** Has not answered an invitation. */
        INVITED("invitert");

        private final String code;

        Standing(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
