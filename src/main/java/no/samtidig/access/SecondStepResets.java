package no.samtidig.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody has lost the device of their second step. One administrator asks for it to be taken away, and another confirms within a day;
 * nobody does either for themselves. The person is told by mail both times. Then app, recovery codes and passkeys count no more, and the
 * password alone leads in.
 */
@Service
public class SecondStepResets {
    /** How long a request can be confirmed. */
    public static final Duration WITHIN = Duration.ofDays(1);

    private final SecondStepResetStore store;
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final AccountMail mail;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondStepResets(
            SecondStepResetStore store,
            Accounts accounts,
            OneTimeCodes codes,
            Passkeys passkeys,
            Sessions sessions,
            AccountMail mail,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A request that can be confirmed.
     *
     * @param account whose second step it is
     * @param name the same by name
     * @param askedBy who asked
     * @param asker the same by name
     * @param expires until when it can be confirmed
     */
    public record Waiting(
            UUID id, AccountId account, String name, AccountId askedBy, String asker, OffsetDateTime expires) {}

    /** Requests that can be confirmed now, the oldest first. */
    public List<Waiting> waiting() {
        return store.waiting(OffsetDateTime.now(clock));
    }

    /** The one for this account. */
    public Optional<Waiting> waiting(AccountId account) {
        return waiting().stream().filter(it -> it.account().equals(account)).findFirst();
    }

    /** Whether the account has a second step to take away. */
    public boolean has(AccountId account) {
        return codes.on(account) || !passkeys.of(account).isEmpty();
    }

    /** How a step went. */
    public enum Step {
        DONE,
        /** It was asked for, confirmed or taken back in the meantime, or it is too late. */
        NOTHING,
        /** One's own second step is no business of one's own. */
        OWN,
        /** Who asked cannot confirm. */
        SAME_PERSON,
        /** There is no second step to take away. */
        NONE,
        /** There is no administrator who could confirm. */
        NOBODY_TO_CONFIRM,
        /** Not an administrator, or no such account. */
        UNKNOWN
    }

    /** Whether anybody could confirm what this administrator asks for: neither they nor the person. */
    public boolean confirmable(Visitor.Person by, AccountId account) {
        return store.anotherAdministrator(by.account(), account, OffsetDateTime.now(clock));
    }

    /** Asks for it; asked twice, it is asked once. */
    public Step ask(Visitor.Person by, AccountId account) {
        Optional<AccountStore.AccountRow> row = accounts.row(account);
        if (!Delegation.everything(by) || row.isEmpty()) {
            return Step.UNKNOWN;
        }
        if (by.account().equals(account)) {
            return Step.OWN;
        }
        if (!has(account)) {
            return Step.NONE;
        }
        if (!confirmable(by, account)) {
            return Step.NOBODY_TO_CONFIRM;
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            if (!store.ask(account, by.account(), now, now.plus(WITHIN))) {
                return Step.NOTHING;
            }
            audit.write(by.account(), AccessAction.ASKED_FOR_A_SECOND_STEP_RESET, account.value());
            mail.tell(row.get().name(), row.get().email(), language(account), "second-step-asked", by.name());
            return Step.DONE;
        }));
    }

    /** Confirms, as another administrator: the second step is gone, and so is every session. */
    public Step confirm(Visitor.Person by, UUID id) {
        if (!Delegation.everything(by)) {
            return Step.UNKNOWN;
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            Optional<Waiting> found = store.locked(id, now);
            if (found.isEmpty()) {
                return Step.NOTHING;
            }
            Waiting it = found.get();
            if (it.account().equals(by.account())) {
                return Step.OWN;
            }
            if (it.askedBy().equals(by.account())) {
                return Step.SAME_PERSON;
            }
            store.confirm(id, by.account(), now);
            codes.erase(it.account());
            passkeys.erase(it.account());
            sessions.endAll(it.account());
            audit.write(
                    by.account(),
                    AccessAction.CONFIRMED_A_SECOND_STEP_RESET,
                    it.account().value());
            accounts.row(it.account())
                    .ifPresent(row -> mail.tell(
                            row.name(),
                            row.email(),
                            language(it.account()),
                            "second-step-reset",
                            it.asker(),
                            by.name()));
            return Step.DONE;
        }));
    }

    /** Takes a request back; any administrator may, the person themselves too. */
    public Step withdraw(Visitor.Person by, UUID id) {
        if (!Delegation.everything(by)) {
            return Step.UNKNOWN;
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            Optional<Waiting> found = store.locked(id, now);
            found.ifPresent(it -> {
                store.withdraw(id, now);
                audit.write(
                        by.account(),
                        AccessAction.WITHDREW_A_SECOND_STEP_RESET,
                        it.account().value());
            });
            return found.isPresent() ? Step.DONE : Step.NOTHING;
        }));
    }

    private Language language(AccountId account) {
        return store.language(account).flatMap(Language::of).orElse(Language.NB);
    }
}
