package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Giving somebody a role and ending it, by a person whose own role reaches as far. What is ended holds no more from that moment: on this
 * node at once, on another within half a minute.
 */
@Service
public class Granting {
    private final GrantStore store;
    private final Accounts accounts;
    private final Administrators administrators;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Granting(
            GrantStore store,
            Accounts accounts,
            Administrators administrators,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.administrators = administrators;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the person, acting as they do, may give and end the role there. */
    public boolean mayEnd(Visitor.Person by, Role role, Place at) {
        return Delegation.covers(by, role, at);
    }

    /** How giving ended. */
    public enum Given {
        GIVEN,
        /** They have it there already. */
        HAS,
        /** The role makes no sense at this place. */
        NOT_THERE,
        /** It reaches further than the giver's own, or there is no such account that can be used. */
        UNKNOWN
    }

    /** Gives the role from now on. */
    public Given give(Visitor.Person by, AccountId to, Role role, NamedPlace at) {
        if (!Role.at(at.place()).contains(role)) {
            return Given.NOT_THERE;
        }
        if (!Delegation.covers(by, role, at.place()) || accounts.row(to).isEmpty()) {
            return Given.UNKNOWN;
        }
        boolean given = Objects.requireNonNull(
                transaction.execute(_ -> accounts.grant(by.account(), to, role, at.place(), at.name())));
        accounts.forget(to);
        return given ? Given.GIVEN : Given.HAS;
    }

    /** How ending went. */
    public enum Ended {
        ENDED,
        /** It has ended in the meantime. */
        ALREADY,
        /** Nobody else is administrator. */
        LAST_ADMINISTRATOR,
        /** There is no such role of this account that reaches no further than one's own. */
        UNKNOWN
    }

    /** Ends one role of the account, from now on. */
    public Ended end(Visitor.Person by, AccountId of, UUID grant) {
        Ended ended = Objects.requireNonNull(transaction.execute(_ -> {
            Optional<GrantStore.Row> found = store.byId(grant)
                    .filter(it -> it.account().equals(of) && Delegation.covers(by, it.role(), it.at()));
            return found.map(it -> end(by, it)).orElse(Ended.UNKNOWN);
        }));
        accounts.forget(of);
        return ended;
    }

    private Ended end(Visitor.Person by, GrantStore.Row grant) {
        if (grant.role() == Role.ADMINISTRATOR) {
            administrators.alone();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!store.inForce(grant.id(), now)) {
            return Ended.ALREADY;
        }
        if (grant.role() == Role.ADMINISTRATOR && administrators.only(grant.account())) {
            return Ended.LAST_ADMINISTRATOR;
        }
        if (!store.end(grant.id(), by.account(), now)) {
            return Ended.ALREADY;
        }
        audit.write(by.account(), AccessAction.REVOKED, grant.role(), grant.account(), grant.at());
        return Ended.ENDED;
    }

    /** Ends every role of an account that is being closed, in the caller's transaction. */
    void endAll(Visitor.Person by, AccountId of) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<GrantStore.Row> ended = store.of(of).stream()
                .filter(it -> store.end(it.id(), by.account(), now))
                .toList();
        ended.forEach(it -> audit.write(by.account(), AccessAction.REVOKED, it.role(), of, it.at()));
    }
}
