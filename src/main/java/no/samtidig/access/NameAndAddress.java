package no.samtidig.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.Digest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changing one's own name and mail address. The name changes at once. A new address does when whoever reads its mail says so: by a link
 * that holds, sealed, whose address it is, the old and the new one, and until when. Nothing is kept meanwhile, and the link is worth
 * nothing once the address or the password has changed. Whether an address belongs to somebody else is never told.
 */
@Service
public class NameAndAddress {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofHours(24);

    private final AccountStore store;
    private final Accounts accounts;
    private final Secrets secrets;
    private final AccountMail mail;
    private final PublicAddress address;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NameAndAddress(
            AccountStore store,
            Accounts accounts,
            Secrets secrets,
            AccountMail mail,
            PublicAddress address,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
        this.mail = mail;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Changes the person's own name; gives what is wrong with it where it does not do. */
    public Optional<Sentence> rename(Visitor.Person person, String typed) {
        Optional<PersonName> name = PersonName.of(typed);
        if (name.isEmpty()) {
            return PersonName.flaw(typed);
        }
        if (!name.get().value().equals(person.name())) {
            transaction.executeWithoutResult(_ -> {
                store.rename(person.account(), name.get().value());
                audit.write(
                        person.account(),
                        AccessAction.CHANGED_OWN_NAME,
                        person.account().value());
            });
            accounts.forget(person.account());
        }
        return Optional.empty();
    }

    /** How asking for another address ended. */
    public enum Asked {
        /** A mail is on its way to the new one. */
        SENT,
        NO_ADDRESS,
        /** A letter outside ASCII before the @. */
        FOREIGN,
        /** It is the person's already. */
        SAME
    }

    /** Asks for another address: a link goes to the new one. Where that is somebody's already, they are told instead, and nobody else is. */
    @Transactional
    public Asked ask(Visitor.Person person, String typed, Language language) {
        Optional<String> wanted = MailAddress.of(typed);
        if (wanted.isEmpty()) {
            return MailAddress.foreignBeforeAt(typed) ? Asked.FOREIGN : Asked.NO_ADDRESS;
        }
        String email = wanted.get();
        if (email.equals(person.email())) {
            return Asked.SAME;
        }
        if (store.taken(email)) {
            accounts.byEmail(email)
                    .flatMap(accounts::row)
                    .ifPresent(it -> mail.tell(it.name(), it.email(), language, "address-taken"));
        } else {
            String sealed = seal(new Link(
                    person.account(), person.email(), email, clock.instant().plus(VALID)));
            mail.tellWithLink(
                    person.name(), email, language, "address", address.of("/bekreft-adresse/" + sealed), email);
        }
        return Asked.SENT;
    }

    private record Link(AccountId account, String old, String wanted, Instant until) {}

    private String seal(Link link) {
        String text = String.join(
                "\n",
                link.account().value().toString(),
                link.old(),
                link.wanted(),
                Long.toString(link.until().getEpochSecond()),
                password(link.account()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells one password from the next: who has changed it takes every link back. */
    private String password(AccountId account) {
        return store.account(account)
                .map(it -> Digest.hex("address\n" + it.passwordHash()).substring(0, 16))
                .orElse("");
    }

    private Optional<Link> open(String token) {
        try {
            String text = new String(secrets.open(Base64.getUrlDecoder().decode(token)), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", -1);
            Link link = new Link(
                    new AccountId(UUID.fromString(parts[0])),
                    parts[1],
                    parts[2],
                    Instant.ofEpochSecond(Long.parseLong(parts[3])));
            boolean good = clock.instant().isBefore(link.until())
                    && parts[4].equals(password(link.account()))
                    && store.account(link.account())
                            .filter(it -> it.email().equals(link.old()))
                            .isPresent()
                    && !store.taken(link.wanted());
            return good ? Optional.of(link) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException _) { // mistyped, or sealed by somebody else
            return Optional.empty();
        }
    }

    /** The address that a link would give; empty where it gives none. Looking uses nothing up. */
    public Optional<String> offered(String token) {
        return open(token).map(Link::wanted);
    }

    /** Takes the new address into use, once; the old one is told. */
    public boolean confirm(String token, Language language) {
        Optional<Link> link = open(token);
        if (link.isEmpty()) {
            return false;
        }
        Link it = link.get();
        boolean changed = Boolean.TRUE.equals(transaction.execute(_ -> change(it, language)));
        accounts.forget(it.account());
        return changed;
    }

    private boolean change(Link link, Language language) {
        AccountStore.AccountRow before =
                Objects.requireNonNull(store.account(link.account()).orElse(null));
        if (!store.move(link.account(), link.old(), link.wanted(), OffsetDateTime.now(clock))) {
            return false;
        }
        mail.tell(before.name(), link.old(), language, "address-changed");
        audit.write(
                link.account(), AccessAction.CHANGED_OWN_ADDRESS, link.account().value());
        return true;
    }
}
