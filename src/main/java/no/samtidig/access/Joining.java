package no.samtidig.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Following an invitation's link: looking at it, and accepting it. Looking uses nothing up, since mail programs and scanners open
 * links before people do.
 */
@Service
public class Joining {
    /** So long after it was accepted, the same form sent twice still leads in. */
    private static final Duration SENT_TWICE = Duration.ofMinutes(2);

    private final InvitationStore store;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Joining(
            InvitationStore store,
            Accounts accounts,
            PasswordPolicy policy,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.policy = policy;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is behind a link. */
    public sealed interface Opened {
        /** Nothing: mistyped, or renewed by a later mail. */
        record Unknown() implements Opened {}

        /** Accepted, withdrawn or too old; the invitation says which. */
        record Closed(Invitation invitation) implements Opened {}

        /** The one who invited may offer this role here no longer: nobody gives what they do not have when it is taken. */
        record Lapsed(Invitation invitation) implements Opened {}

        /** An invitation for somebody without an account. */
        record ForNewcomer(Invitation invitation) implements Opened {}

        /** An invitation for somebody with an account, who is not signed in. */
        record ForAccount(Invitation invitation) implements Opened {}

        /** An invitation for the one who looks. */
        record ForVisitor(Invitation invitation) implements Opened {}

        /** An invitation for somebody else than the one who is signed in here, whose name is told. */
        record ForAnother(Invitation invitation, String reader) implements Opened {}
    }

    /**
     * What is behind the link.
     *
     * @param reader who is signed in, if anybody; also somebody whose roles have all ended, and who is invited anew
     */
    public Opened open(String token, Optional<AccountId> reader) {
        return store.byToken(new OneTimeToken(token).digest(), OffsetDateTime.now(clock))
                .map(it -> opened(it, reader))
                .orElseGet(Opened.Unknown::new);
    }

    private Opened opened(InvitationStore.Row row, Optional<AccountId> reader) {
        Invitation invitation = row.invitation();
        if (invitation.state() != Invitation.State.WAITING) {
            return new Opened.Closed(invitation);
        }
        AccountId inviter = row.inviter();
        if (inviter == null
                || accounts.grants(inviter).stream()
                        .noneMatch(it -> Delegation.covers(it, invitation.role(), invitation.at()))) {
            return new Opened.Lapsed(invitation);
        }
        Optional<AccountStore.AccountRow> here = reader.flatMap(accounts::row);
        if (here.isPresent()) {
            return here.get().email().equals(invitation.email())
                    ? new Opened.ForVisitor(invitation)
                    : new Opened.ForAnother(invitation, here.get().name());
        }
        return accounts.byEmail(invitation.email()).isPresent()
                ? new Opened.ForAccount(invitation)
                : new Opened.ForNewcomer(invitation);
    }

    /**
     * What a newcomer filled in.
     *
     * @param name full name
     * @param password the chosen one
     * @param key names the form, so that the same one sent twice counts once
     */
    public record Form(String name, String password, String key) {}

    /** How accepting ended. */
    public sealed interface Outcome {
        /** There is a new account. */
        record Joined(AccountId account) implements Outcome {}

        /** The visitor's own account has the role. */
        record RoleAdded() implements Outcome {}

        /** Not accepted: this is what is behind the link now. */
        record Refused(Opened opened) implements Outcome {}

        /** What was filled in does not do. */
        record Unfit(Invitation invitation, Optional<Sentence> name, PasswordPolicy.@Nullable Weakness weakness)
                implements Outcome {}

        /** More want in than we can take just now; wait some seconds. */
        record Busy(Invitation invitation) implements Outcome {}

        /** The address belongs to an account that was closed. */
        record ClosedAccount(Invitation invitation) implements Outcome {}
    }

    /** Accepts: for a newcomer by what they filled in, for somebody signed in by being it. */
    public Outcome accept(String token, Form form, Optional<AccountId> reader) {
        Opened opened = open(token, reader);
        return switch (opened) {
            case Opened.ForNewcomer(Invitation invitation) -> join(token, form, reader, invitation);
            case Opened.ForVisitor _ -> addRole(token, reader);
            case Opened.Closed _ -> sentTwice(token, form, opened);
            case Opened.Unknown _ -> new Outcome.Refused(opened);
            case Opened.Lapsed _ -> new Outcome.Refused(opened);
            case Opened.ForAccount _ -> sentTwice(token, form, opened); // the same form may have made it a moment ago
            case Opened.ForAnother _ -> new Outcome.Refused(opened);
        };
    }

    private Outcome join(String token, Form form, Optional<AccountId> reader, Invitation seen) {
        Optional<PersonName> name = PersonName.of(form.name());
        Optional<PasswordPolicy.Weakness> weakness =
                policy.weakness(form.password(), List.of(form.name(), seen.email(), seen.place()));
        if (name.isEmpty() || weakness.isPresent()) {
            return new Outcome.Unfit(seen, PersonName.flaw(form.name()), weakness.orElse(null));
        }
        String hash;
        try {
            hash = accounts.hash(form.password()); // slow on purpose, so outside the lock
        } catch (ProblemException busy) {
            return new Outcome.Busy(seen);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            store.alone(seen.email());
            OffsetDateTime now = OffsetDateTime.now(clock);
            InvitationStore.Row row =
                    store.lockedByToken(new OneTimeToken(token).digest(), now).orElse(null);
            Opened opened = row == null ? new Opened.Unknown() : opened(row, reader);
            if (row == null || !(opened instanceof Opened.ForNewcomer(Invitation invitation))) {
                return sentTwice(token, form, opened);
            }
            Optional<AccountId> made =
                    accounts.add(invitation.email(), name.get().value(), hash);
            if (made.isEmpty()) {
                return new Outcome.ClosedAccount(invitation);
            }
            take(row, made.get(), form.key(), now);
            return new Outcome.Joined(made.get());
        }));
    }

    private Outcome addRole(String token, Optional<AccountId> reader) {
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            InvitationStore.Row row =
                    store.lockedByToken(new OneTimeToken(token).digest(), now).orElse(null);
            Opened opened = row == null ? new Opened.Unknown() : opened(row, reader);
            if (row == null || reader.isEmpty() || !(opened instanceof Opened.ForVisitor)) {
                return new Outcome.Refused(opened);
            }
            take(row, reader.get(), "", now);
            return new Outcome.RoleAdded();
        }));
        reader.ifPresent(accounts::forget);
        return outcome;
    }

    /** The role is given by the one who invited; taking it is the invited person's own act. */
    private void take(InvitationStore.Row row, AccountId account, String key, OffsetDateTime now) {
        Invitation invitation = row.invitation();
        accounts.grant(row.inviter(), account, invitation.role(), invitation.at(), invitation.place());
        store.accepted(invitation.id(), account, key, now);
        audit.write(account, AccessAction.ACCEPTED, invitation.id());
    }

    /** The same form once more, because somebody pressed twice: they are in, as the first time. */
    private Outcome sentTwice(String token, Form form, Opened otherwise) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return store.byToken(new OneTimeToken(token).digest(), now)
                .filter(it -> it.accepted() != null
                        && it.accepted().plus(SENT_TWICE).isAfter(now)
                        && !form.key().isEmpty()
                        && form.key().equals(it.formKey()))
                .map(InvitationStore.Row::account)
                .<Outcome>map(Outcome.Joined::new)
                .orElseGet(() -> new Outcome.Refused(otherwise));
    }
}
