package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in and out. Wrong passwords are counted per account <em>and</em> address, so that a hospital's shared address is never shut
 * out and nobody can shut a colleague out from elsewhere; an account that does not exist is counted and refused exactly alike.
 */
@Service
public class SigningIn {
    /** So many wrong passwords within {@link #WINDOW} and the pair must wait. */
    static final int ATTEMPTS = 5;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String ACCOUNT = "account";
    private static final String GRANT = "grant";

    private final Accounts accounts;
    private final AuditLog audit;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningIn(Accounts accounts, AuditLog audit, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public sealed interface Outcome {
        record SignedIn(AccountId account) implements Outcome {}

        /** Wrong address or wrong password: which of them is never told. */
        record Refused() implements Outcome {}

        /** Too many attempts from here on this account; wait a quarter of an hour. */
        record Wait() implements Outcome {}
    }

    /** Tries an address and a password; on success the request's session is the person's. */
    public Outcome tryPassword(String email, String password, HttpServletRequest request) {
        String pair = pair(Accounts.normal(email), request.getRemoteAddr());
        if (!admitted(pair)) {
            return new Outcome.Wait();
        }
        Optional<AccountId> account = accounts.matching(email, password);
        if (account.isEmpty()) {
            return new Outcome.Refused();
        }
        forget(pair);
        start(account.get(), request);
        return new Outcome.SignedIn(account.get());
    }

    /** Makes the request's session this person's, with a new session id. */
    public void start(AccountId account, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.value().toString());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.value().toString()); // so that all of a person's can be found and ended
        audit.write(account, "signed-in", "account", account.value().toString());
    }

    /** Acts in another of the person's own roles from now on, with a new session id. */
    public boolean actAs(Visitor.Person person, UUID grant, HttpServletRequest request) {
        boolean own = person.grants().stream().anyMatch(it -> it.id().equals(grant));
        if (own) {
            request.getSession(true).setAttribute(GRANT, grant.toString());
            request.changeSessionId();
            audit.write(person.account(), "acted-as", "grant", grant.toString());
        }
        return own;
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Whose the request's session is, also where all their roles have ended and they are nobody's {@link Visitor.Person}. */
    public Optional<AccountId> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) instanceof String account
                ? Optional.of(new AccountId(UUID.fromString(account)))
                : Optional.empty();
    }

    /** Who the request's session belongs to. */
    public Visitor visitor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Visitor.ANONYMOUS;
        }
        @Nullable UUID grant = session.getAttribute(GRANT) instanceof String chosen ? UUID.fromString(chosen) : null;
        return accounts.visitor(new AccountId(UUID.fromString(account)), grant);
    }

    /** Counts the attempt before the password is looked at, one at a time for the pair, so that many at once are not more than five. */
    private boolean admitted(String pair) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext(:pair))")
                    .param("pair", pair)
                    .query()
                    .listOfRows();
            return sql.sql("""
                            insert into access.sign_in_failure (pair, at)
                            select :pair, :now
                            where (select count(*) from access.sign_in_failure where pair = :pair and at > :since) < :most
                            """)
                            .param("pair", pair)
                            .param("now", now)
                            .param("since", now.minus(WINDOW))
                            .param("most", ATTEMPTS)
                            .update()
                    == 1;
        }));
    }

    private void forget(String pair) {
        sql.sql("delete from access.sign_in_failure where pair = :pair")
                .param("pair", pair)
                .update();
    }

    private static String pair(String email, String address) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest((email + "\n" + address).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(Hex.encode(digest));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
