package no.samtidig.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.Misses;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.core.task.TaskExecutor;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new password for somebody who forgot theirs: a one-time link by mail, which a POST uses up. Whether an account exists is never
 * told, neither by the answer nor by the time it takes: the mail is written after the answer has gone.
 */
@Service
public class PasswordResets {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofHours(1);

    /** So often within {@link #WINDOW} may a new password be asked for: for an address from one place, and for an account at all. */
    static final int ASKED = 5;

    static final Duration WINDOW = Duration.ofHours(1);

    private static final Misses.Limit LIMIT = new Misses.Limit("new-password", ASKED, WINDOW);

    private final PasswordResetStore store;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Outbox outbox;
    private final Texts texts;
    private final PublicAddress address;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final TaskExecutor later;
    private final Misses misses;
    private final Clock clock;

    PasswordResets(
            PasswordResetStore store,
            Accounts accounts,
            PasswordPolicy policy,
            Outbox outbox,
            Texts texts,
            PublicAddress address,
            AuditLog audit,
            TransactionTemplate transaction,
            TaskExecutor later,
            Misses misses,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.policy = policy;
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.later = later;
        this.misses = misses;
        this.clock = clock;
    }

    /** How asking ended. */
    public enum Asked {
        /** If there is an account, a mail is on its way. */
        HEARD,
        /** Nothing was typed, or no address. */
        NO_ADDRESS,
        /** Asked too often from here for this address. */
        WAIT
    }

    /**
     * Asks for a link.
     *
     * @param email as typed
     * @param from the network address it was typed at
     * @param language of the mail
     */
    public Asked ask(String email, String from, Language language) {
        Optional<String> known = Addresses.email(email);
        if (known.isEmpty()) {
            return Asked.NO_ADDRESS;
        }
        if (!misses.admits(LIMIT, known.get() + "\n" + from)) {
            return Asked.WAIT;
        }
        later.execute(() -> transaction.executeWithoutResult(status -> write(known.get(), language)));
        return Asked.HEARD;
    }

    private void write(String email, Language language) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        accounts.byEmail(email).flatMap(accounts::row).ifPresent(it -> {
            OneTimeToken token = OneTimeToken.make();
            if (store.keep(token.digest(), it.id(), now, now.plus(VALID), now.minus(WINDOW), ASKED)) {
                outbox.putWithSecret(
                        "password-reset:" + UUID.randomUUID(),
                        it.email(),
                        Letter.of(texts, language, "forgotten.mail", it.name(), Outbox.SECRET),
                        address.of("/nytt-passord/" + token.value()));
                audit.write(null, AccessAction.ASKED_FOR_A_NEW_PASSWORD, it.id().value());
            }
        });
    }

    /** How choosing ended. */
    public sealed interface Chosen {
        record Changed() implements Chosen {}

        /** The link is unknown, used or too old. */
        record NoLink() implements Chosen {}

        /** Not good enough. */
        record Weak(PasswordPolicy.Weakness weakness) implements Chosen {}
    }

    /** Whether a link can be used; looking uses nothing up. */
    public boolean usable(String token) {
        return store.usable(new OneTimeToken(token).digest(), OffsetDateTime.now(clock))
                .isPresent();
    }

    /**
     * Gives the account another password, and ends all its sessions: whoever knew the old one is out. The person signs in
     * afterwards, so that a mailbox alone is never enough where more than a password is asked for.
     */
    public Chosen choose(String token, String password, Language language) {
        byte[] digest = new OneTimeToken(token).digest();
        Optional<AccountStore.AccountRow> whose =
                store.usable(digest, OffsetDateTime.now(clock)).flatMap(accounts::row);
        if (whose.isEmpty()) {
            return new Chosen.NoLink();
        }
        AccountStore.AccountRow account = whose.get();
        Optional<PasswordPolicy.Weakness> weakness = policy.weakness(password, own(account));
        if (weakness.isPresent()) {
            return new Chosen.Weak(weakness.get());
        }
        String hash = accounts.hash(password);
        return Objects.requireNonNull(transaction.execute(status -> change(digest, account, hash, language)));
    }

    private List<String> own(AccountStore.AccountRow account) {
        return Stream.concat(
                        Stream.of(account.name(), account.email()),
                        accounts.grants(account.id()).stream().map(Grant::place))
                .toList();
    }

    private Chosen change(byte[] digest, AccountStore.AccountRow account, String hash, Language language) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!store.use(digest, account.id(), now)) {
            return new Chosen.NoLink();
        }
        accounts.password(account.id(), hash);
        store.endSessions(account.id());
        outbox.put(
                "password-changed:" + new String(Hex.encode(digest)),
                account.email(),
                Letter.of(texts, language, "forgotten.changed", account.name(), address.of("/glemt-passord")));
        audit.write(
                account.id(), AccessAction.CHOSE_A_NEW_PASSWORD, account.id().value());
        return new Chosen.Changed();
    }
}
