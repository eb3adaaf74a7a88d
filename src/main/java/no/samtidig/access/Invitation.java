package no.samtidig.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;

/**
 * An offer of a role at a place, sent to an address.
 *
 * @param id names it
 * @param email to whom
 * @param name to whom, by name; empty where the inviter gave none
 * @param role what is offered
 * @param at where the role would hold
 * @param place the same by name
 * @param language of the mail
 * @param inviter who invited, by name; empty where that account is gone
 * @param sent when the mail was last written
 * @param sendings how many times
 * @param expires until when the link works
 * @param state what has become of it
 * @param failure why its mail did not leave, as {@code mail.failure.<code>}; empty where it did, or waits
 */
public record Invitation(
        UUID id,
        String email,
        String name,
        Role role,
        Place at,
        String place,
        Language language,
        String inviter,
        OffsetDateTime sent,
        int sendings,
        OffsetDateTime expires,
        State state,
        String failure) {

    /** Whether the role holds for the whole country. */
    public boolean everywhere() {
        return at instanceof Place.Country;
    }

    /** What has become of an invitation; the word stands under {@code invitations.state.<code>}. */
    public enum State implements Coded {
        WAITING,
        EXPIRED,
        ACCEPTED,
        WITHDRAWN;

        /** Whether it can be sent again or taken back. */
        public boolean open() {
            return this == WAITING || this == EXPIRED;
        }
    }
}
