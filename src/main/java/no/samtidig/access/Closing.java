package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.backup.Erasures;
import no.samtidig.platform.code.Digest;
import no.samtidig.platform.mail.MailTraces;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closing an account, by its owner or because nobody uses it. A closed account cannot be used or seen by anybody from that moment. For
 * {@link #REGRET} a link in the mail opens it again; then it is erased: everything the modules keep ({@link PersonalData}), and the name
 * and the address wherever others wrote them. What is left is a random id with times, so that the audit log still fits together. See ADR
 * 0015.
 */
@Service
public class Closing {
    /** How long a closed account can be opened again. */
    public static final Period REGRET = Period.ofDays(14);

    /** An account nobody has signed in to for so long is told that it will be closed. */
    static final Period WARNED_AFTER = Period.ofMonths(23);

    /** And for so long: it is closed. */
    static final Period CLOSED_AFTER = Period.ofMonths(24);

    /** The least time between the warning and the closing, should the job have stood still. */
    private static final Period WARNING = Period.ofDays(28);

    /** What {@link Erasures} calls it. */
    static final String ERASURE = "account";

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Granting granting;
    private final Sessions sessions;
    private final AccountMail mail;
    private final MailTraces traces;
    private final AuditLog audit;
    private final PublicAddress address;
    private final ObjectProvider<PersonalData> data;
    private final Erasures erasures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Closing(
            JdbcClient sql,
            Accounts accounts,
            Administrators administrators,
            Granting granting,
            Sessions sessions,
            AccountMail mail,
            MailTraces traces,
            AuditLog audit,
            PublicAddress address,
            ObjectProvider<PersonalData> data,
            Erasures erasures,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.administrators = administrators;
        this.granting = granting;
        this.sessions = sessions;
        this.mail = mail;
        this.traces = traces;
        this.audit = audit;
        this.address = address;
        this.data = data;
        this.erasures = erasures;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Row(
            AccountId id,
            String name,
            String email,
            @Nullable String language) {
        Language reads() {
            return Language.of(language).orElse(Language.NB);
        }
    }

    /** Whether somebody is the only administrator left; such an account is not closed, or nobody could let people in. */
    public boolean onlyAdministrator(AccountId account) {
        return administrators.only(account);
    }

    /** The last day a closing of today can be undone. */
    public LocalDate lastDay() {
        return LocalDate.now(clock).plus(REGRET);
    }

    /** How closing went. */
    public enum Closed {
        CLOSED,
        /** It was closed in the meantime. */
        ALREADY,
        /** Nobody else is administrator. */
        LAST_ADMINISTRATOR,
        /** Not an administrator, no such account, or one's own. */
        UNKNOWN
    }

    /** Closes the person's own account: every session ends, and the receipt has the link that opens it again. */
    @Transactional
    public Closed close(Visitor.Person person, Language language) {
        administrators.alone();
        if (administrators.only(person.account())) {
            return Closed.LAST_ADMINISTRATOR;
        }
        if (!close(new Row(person.account(), person.name(), person.email(), null), language, "closed")) {
            return Closed.ALREADY;
        }
        audit.write(
                person.account(),
                AccessAction.CLOSED_OWN_ACCOUNT,
                person.account().value());
        return Closed.CLOSED;
    }

    /** Closes somebody else's account, as an administrator: its roles end too, and stay ended should the person open it again. */
    @Transactional
    public Closed close(Visitor.Person by, AccountId account) {
        List<Row> found = !Delegation.everything(by) || by.account().equals(account)
                ? List.of()
                : sql.sql("select id, name, email, language from access.account where id = :id and erased is null")
                        .param("id", account.value())
                        .query(Closing::row)
                        .list();
        if (found.isEmpty()) {
            return Closed.UNKNOWN;
        }
        administrators.alone();
        if (administrators.only(account)) {
            return Closed.LAST_ADMINISTRATOR;
        }
        Row row = found.getFirst();
        if (!close(row, row.reads(), "closed-by-administrator")) {
            return Closed.ALREADY;
        }
        granting.endAll(by, account);
        audit.write(by.account(), AccessAction.CLOSED, account.value());
        return Closed.CLOSED;
    }

    private boolean close(Row account, Language language, String receipt) {
        OneTimeToken token = OneTimeToken.make();
        boolean closed = sql.sql(
                                "update access.account set closed = :now, reopen_hash = :hash where id = :id and closed is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("hash", hash(token.value()))
                        .param("id", account.id().value())
                        .update()
                == 1;
        if (closed) {
            sessions.endAll(account.id());
            accounts.forget(account.id());
            mail.tellWithLink(
                    account.name(),
                    account.email(),
                    language,
                    receipt,
                    address.of("/apne-konto/" + token.value()),
                    language.date(lastDay()));
        }
        return closed;
    }

    /** Whether the link would open an account. */
    public boolean opens(String token) {
        return closedBy(token).isPresent();
    }

    /** Opens the account the link is for, once. */
    @Transactional
    public boolean reopen(String token) {
        Optional<AccountId> account = closedBy(token);
        account.ifPresent(it -> {
            sql.sql("""
                    update access.account set closed = null, reopen_hash = null, warned = null, seen = :now where id = :id
                    """)
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", it.value())
                    .update();
            audit.write(null, AccessAction.REOPENED, it.value());
        });
        return account.isPresent();
    }

    private Optional<AccountId> closedBy(String token) {
        return sql.sql("""
                        select id from access.account
                        where reopen_hash = :hash and closed > :since and erased is null
                        """)
                .param("hash", hash(token))
                .param("since", OffsetDateTime.now(clock).minus(REGRET))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private static String hash(String token) {
        return Digest.hex("reopen\n" + token);
    }

    /** Erases what was closed long enough ago; returns how many. */
    int eraseClosed() {
        List<Row> due = rows(
                "closed <= :since and erased is null", OffsetDateTime.now(clock).minus(REGRET));
        due.forEach(it -> transaction.executeWithoutResult(status -> {
            erasures.note(ERASURE, it.id().value());
            erase(it);
        }));
        forgetSamples(due);
        return due.size();
    }

    /** Erases these, which a restore brought back; in the caller's transaction. */
    void eraseAgain(Set<UUID> accounts) {
        List<Row> due = rows("erased is null and created <= :since", OffsetDateTime.now(clock)).stream()
                .filter(it -> accounts.contains(it.id().value()))
                .toList();
        due.forEach(this::erase);
        forgetSamples(due);
    }

    /** What the database itself has noted of the columns' contents. */
    private void forgetSamples(List<Row> erased) {
        if (!erased.isEmpty()) {
            sql.sql("select platform.renew_column_samples()::text").query().listOfRows();
        }
    }

    private void erase(Row account) {
        List<PersonalData.Identity> called = called(account);
        data.orderedStream().forEach(it -> {
            it.erase(account.id());
            called.forEach(it::forget);
        });
        called.forEach(it -> traces.forget(it.name(), it.email()));
        traces.forget(account.id().value());
        sql.sql("delete from access.former_identity where account = :id")
                .param("id", account.id().value())
                .update();
        sql.sql("""
                update access.account set email = :id::text || '@slettet.invalid', name = '', password_hash = null,
                    password_changed = null, language = null, seen = null, warned = null, reopen_hash = null, erased = :now,
                    closed = coalesce(closed, :now)
                where id = :id
                """)
                .param("id", account.id().value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.write(null, AccessAction.ERASED, account.id().value());
    }

    /** What the person is and was called. */
    private List<PersonalData.Identity> called(Row account) {
        return Stream.concat(
                        Stream.of(new PersonalData.Identity(account.name(), account.email())),
                        sql
                                .sql("select distinct name, email from access.former_identity where account = :id")
                                .param("id", account.id().value())
                                .query(PersonalData.Identity.class)
                                .list()
                                .stream())
                .toList();
    }

    /** Tells those who have not signed in for long that the account will be closed; returns how many. */
    int warnUnused() {
        List<Row> due = rows(
                "closed is null and warned is null and coalesce(seen, created) <= :since",
                OffsetDateTime.now(clock).minus(WARNED_AFTER));
        due.forEach(it -> transaction.executeWithoutResult(status -> {
            sql.sql("update access.account set warned = :now where id = :id")
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", it.id().value())
                    .update();
            mail.tell(it.name(), it.email(), it.reads(), "unused", address.of("/logg-inn"));
        }));
        return due.size();
    }

    /** Closes those that were warned and are still not used; returns how many. */
    int closeUnused() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Row> due = rows("closed is null and warned <= :since", now.minus(WARNING)).stream()
                .filter(it -> unusedSince(it.id(), now.minus(CLOSED_AFTER)) && !onlyAdministrator(it.id()))
                .toList();
        due.forEach(it -> transaction.executeWithoutResult(status -> {
            if (close(it, it.reads(), "closed-unused")) {
                audit.write(null, AccessAction.CLOSED_UNUSED, it.id().value());
            }
        }));
        return due.size();
    }

    private boolean unusedSince(AccountId account, OffsetDateTime since) {
        return sql.sql("select coalesce(seen, created) <= :since from access.account where id = :id")
                .param("since", since)
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    private List<Row> rows(String which, OffsetDateTime since) {
        return sql.sql("select id, name, email, language from access.account where " + which + " order by created")
                .param("since", since)
                .query(Closing::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"));
    }
}
