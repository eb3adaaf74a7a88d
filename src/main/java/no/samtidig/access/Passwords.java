package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.access.door.Standing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Misses;
import no.samtidig.platform.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changing one's own password, and giving it again before something that matters. Guesses are counted as at sign-in. */
@Service
public class Passwords {
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Misses misses;
    private final AccountMail mail;
    private final AuditLog audit;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Passwords(
            Accounts accounts,
            PasswordPolicy policy,
            SigningIn signingIn,
            Sessions sessions,
            Misses misses,
            AccountMail mail,
            AuditLog audit,
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.misses = misses;
        this.mail = mail;
        this.audit = audit;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a change ended. */
    public sealed interface Change {
        record Changed() implements Change {}

        record WrongOld() implements Change {}

        /** Too many wrong old ones; wait a quarter of an hour. */
        record Wait() implements Change {}

        /** The new one is not good enough. */
        record Weak(PasswordPolicy.Weakness weakness) implements Change {}
    }

    public boolean has(AccountId account) {
        return accounts.hasPassword(account);
    }

    /** When the password was last changed by its owner; empty where it never was. */
    public Optional<LocalDate> changed(AccountId account) {
        return sql.sql("select password_changed from access.account where id = :id and password_changed is not null")
                .param("id", account.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(it -> it.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    /** Whether this is the person's password. */
    public Check check(AccountId account, String password, HttpServletRequest request) {
        String target =
                account.value() + "\n" + signingIn.source(account, request).place();
        if (!misses.admits(Guessing.PASSWORD, target)) {
            return Check.WAIT;
        }
        boolean right;
        try {
            right = accounts.knows(Optional.of(account), password, Standing.INSIDE);
        } catch (ProblemException busy) {
            misses.takeBack(Guessing.PASSWORD, target);
            throw busy;
        }
        if (!right) {
            return Check.WRONG;
        }
        misses.forget(Guessing.PASSWORD, target);
        return Check.RIGHT;
    }

    /** The same; if it is, the person is surely at the keyboard for a while. */
    public Check makeSure(AccountId account, String password, HttpServletRequest request) {
        Check check = check(account, password, request);
        if (check == Check.RIGHT) {
            signingIn.makeSure(request);
        }
        return check;
    }

    /**
     * Changes the password and ends every other session of the person's. The same change sent twice is one change: where the new one is
     * the password already, nothing more happens.
     */
    public Change change(
            Visitor.Person person, String old, String wanted, Language language, HttpServletRequest request) {
        Optional<PasswordPolicy.Weakness> weakness = policy.weakness(wanted, own(person));
        if (weakness.isPresent()) {
            return new Change.Weak(weakness.get());
        }
        return switch (check(person.account(), old, request)) {
            case WAIT -> new Change.Wait();
            case WRONG ->
                accounts.knows(Optional.of(person.account()), wanted, Standing.INSIDE)
                        ? new Change.Changed()
                        : new Change.WrongOld();
            case RIGHT -> {
                String hash = accounts.hash(wanted); // slow on purpose, so before the transaction
                transaction.executeWithoutResult(_ -> keep(person, hash, language, request));
                request.changeSessionId();
                yield new Change.Changed();
            }
        };
    }

    private static List<String> own(Visitor.Person person) {
        return Stream.concat(
                        Stream.of(person.name(), person.email()),
                        person.grants().stream().map(Grant::place))
                .toList();
    }

    private void keep(Visitor.Person person, String hash, Language language, HttpServletRequest request) {
        accounts.password(person.account(), hash);
        sessions.endOthers(person.account(), request);
        audit.write(
                person.account(),
                AccessAction.CHANGED_PASSWORD,
                person.account().value());
        mail.tell(person, language, "password-changed");
    }
}
