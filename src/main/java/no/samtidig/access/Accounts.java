package no.samtidig.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.samtidig.access.AccountStore.GrantRow;
import no.samtidig.access.door.PasswordHashing;
import no.samtidig.access.door.Standing;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and their roles. */
@Service
public class Accounts {
    /** How long a person's roles are remembered: a removed role stops within a minute. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** So many, and those whose time is over are let go of: a node that runs for months remembers no more than who was here just now. */
    private static final int MOST = 5_000;

    private final AccountStore store;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;
    private final PasswordHashing hashing;
    private final ConcurrentHashMap<AccountId, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(Account account, Instant until) {}

    /**
     * An account with today's roles.
     *
     * @param id whose
     * @param name full name
     * @param email address for mail
     * @param grants every role in force
     */
    record Account(AccountId id, String name, String email, List<Grant> grants) {}

    Accounts(AccountStore store, Units units, AuditLog audit, PasswordHashing hashing, Clock clock) {
        this.store = store;
        this.hashing = hashing;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person behind a session, acting in the chosen role, or the first where the choice is gone. */
    public Visitor visitor(AccountId id, @Nullable UUID chosenGrant) {
        Account account = remembered(id);
        if (account == null || account.grants().isEmpty()) {
            return Visitor.ANONYMOUS;
        }
        Grant acting = account.grants().stream()
                .filter(it -> it.id().equals(chosenGrant))
                .findFirst()
                .orElse(account.grants().getFirst());
        return new Visitor(new Visitor.Person(account.id(), account.name(), account.email(), acting, account.grants()));
    }

    private @Nullable Account remembered(AccountId id) {
        Instant now = clock.instant();
        Remembered known = remembered.get(id);
        if (known != null && now.isBefore(known.until())) {
            return known.account();
        }
        Account account = store.account(id).map(it -> withGrants(it)).orElse(null);
        if (account == null) {
            remembered.remove(id);
        } else {
            if (remembered.size() >= MOST) {
                remembered.values().removeIf(it -> !now.isBefore(it.until()));
            }
            remembered.put(id, new Remembered(account, now.plus(REMEMBERED)));
        }
        return account;
    }

    /** The roles somebody has at this moment; none where the account is closed. */
    List<Grant> grants(AccountId id) {
        return store.account(id).map(it -> withGrants(it).grants()).orElse(List.of());
    }

    private Account withGrants(AccountStore.AccountRow row) {
        List<Grant> grants = new ArrayList<>();
        for (GrantRow it : store.grants(row.id(), OffsetDateTime.now(clock))) {
            grants.add(new Grant(it.id(), it.role(), it.at(), units.scope(it.at()), it.place()));
        }
        return new Account(row.id(), row.name(), row.email(), grants);
    }

    /** Whether this is the password of the account; takes as long where there is none. Not within a transaction: it may have to wait. */
    boolean knows(Optional<AccountId> account, String password, Standing standing) {
        AccountStore.@Nullable AccountRow row = account.flatMap(store::account).orElse(null);
        String hash = row == null ? null : row.passwordHash();
        boolean right = hashing.matches(password, hash, standing);
        if (right && row != null && hash != null && hashing.old(hash)) {
            hashing.hashLater(password, made -> store.rehash(row.id(), hash, made));
        }
        return right;
    }

    boolean hasPassword(AccountId id) {
        return store.account(id).map(AccountStore.AccountRow::passwordHash).isPresent();
    }

    /** Notes that the person is here, and which language they read: for mail that no request asks for. */
    void seen(AccountId id, Language language) {
        store.seen(id, language.tag(), OffsetDateTime.now(clock));
    }

    static String normal(String email) {
        return MailAddress.normal(email);
    }

    /** The addresses of those who have a role today. */
    List<String> addressesOf(Role role) {
        return store.addressesOf(role, OffsetDateTime.now(clock));
    }

    public boolean none() {
        return store.none();
    }

    /** A hash of a password that somebody who is in, or holds a link, has chosen. Not within a transaction: it may have to wait. */
    public String hash(String password) {
        return hashing.hash(password, Standing.INSIDE);
    }

    /**
     * Makes an account, or gives back the one with this address.
     *
     * @param passwordHash from {@link #hash}; null for one that cannot sign in by password
     */
    @Transactional
    public AccountId keep(String email, String name, @Nullable String passwordHash) {
        return store.keep(normal(email), name, passwordHash, OffsetDateTime.now(clock));
    }

    /** Makes an account; empty where the address has one, open or closed. */
    Optional<AccountId> add(String email, String name, String passwordHash) {
        return store.add(normal(email), name, passwordHash, OffsetDateTime.now(clock));
    }

    /** Gives the account another password. */
    void password(AccountId account, String passwordHash) {
        store.password(account, passwordHash, OffsetDateTime.now(clock));
    }

    /** Looks the account's roles up anew next time; call it when what changed them is committed. */
    void forget(AccountId account) {
        remembered.remove(account);
    }

    /** The same for everybody: where places change, so do many roles. */
    void forgetEverybody() {
        remembered.clear();
    }

    /** Name and address of an open account. */
    Optional<AccountStore.AccountRow> row(AccountId account) {
        return store.account(account);
    }

    /**
     * Gives a role, unless the account has it there already.
     *
     * @param by who gives it; null for the system
     * @return false where the account has it there already
     */
    @Transactional
    public boolean grant(@Nullable AccountId by, AccountId account, Role role, Place at, String place) {
        boolean given = store.grant(by, account, role, at, place, OffsetDateTime.now(clock));
        if (given) {
            audit.write(by, AccessAction.GRANTED, role, account, at);
        }
        return given;
    }

    /**
     * Ends every grant of the role.
     *
     * @param by who ends it; null for the system
     */
    @Transactional
    public void revoke(@Nullable AccountId by, AccountId account, Role role) {
        store.revoke(account, role, OffsetDateTime.now(clock));
        audit.write(by, AccessAction.REVOKED, role, account, null);
    }

    /**
     * The people who have a role today at a place the scope covers, by name. A role on a region is no place, so those who have one
     * are nobody's staff.
     */
    public List<StaffMember> staffWithin(OrganisationScope scope) {
        Map<AccountId, StaffMember> staff = new LinkedHashMap<>();
        for (AccountStore.PostRow it : store.within(scope, OffsetDateTime.now(clock))) {
            StaffMember one = new StaffMember(it.account(), it.name(), List.of(it.post()));
            staff.merge(it.account(), one, StaffMember::with);
        }
        return List.copyOf(staff.values());
    }

    /**
     * Somebody who can be written to about their work.
     *
     * @param language of their last sign-in
     * @param role in force today
     * @param unit where the role is held
     * @param place the unit, by name
     */
    public record Colleague(
            AccountId account, String name, String email, Language language, Role role, UnitPath unit, String place) {}

    /**
     * The people who have a role today at exactly one of these units, by name; somebody with several roles there comes several times.
     * A role higher up, or on a region, is no place of work.
     */
    public List<Colleague> colleaguesAt(Collection<UnitPath> units) {
        return store.at(units.stream().map(UnitPath::value).toArray(String[]::new), OffsetDateTime.now(clock));
    }

    /** The account with this address. */
    public Optional<AccountId> byEmail(String email) {
        return store.byEmail(normal(email)).map(AccountStore.AccountRow::id);
    }
}
