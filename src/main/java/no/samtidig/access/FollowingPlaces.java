package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import no.samtidig.organisation.PlacesChanged;
import no.samtidig.organisation.UnitMoved;
import no.samtidig.organisation.UnitRenamed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Roles and open invitations go with their unit, in the transaction that moves or renames it. */
@Component
class FollowingPlaces {
    private final AccountStore accounts;
    private final InvitationStore invitations;
    private final Accounts remembering;
    private final Clock clock;

    FollowingPlaces(AccountStore accounts, InvitationStore invitations, Accounts remembering, Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.remembering = remembering;
        this.clock = clock;
    }

    @EventListener
    void moved(UnitMoved it) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        accounts.follow(it, now);
        invitations.follow(it, now);
    }

    @EventListener
    void renamed(UnitRenamed it) {
        accounts.call(it, OffsetDateTime.now(clock));
        invitations.call(it);
    }

    @TransactionalEventListener({UnitMoved.class, UnitRenamed.class, PlacesChanged.class})
    void done() {
        remembering.forgetEverybody();
    }
}
