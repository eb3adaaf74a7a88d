package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.door.Crowds;
import no.samtidig.access.door.KnownDevices;
import no.samtidig.platform.Language;
import no.samtidig.platform.Misses;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.web.OwnDevice;
import no.samtidig.platform.web.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Signing in and out. Wrong passwords are counted per account <em>and</em> address, or device where the account has been let in on it
 * before: so a hospital's shared address is never shut out, and nobody can shut a colleague out, from elsewhere or from beside them. An
 * account that does not exist is counted and refused exactly alike.
 *
 * <p>Where two-step sign-in is on, the right password only leaves a note in the session of who must give a code. Nobody is signed in
 * by it: the session names no account until the code is right.
 */
@Service
public class SigningIn {
    /** How long one has to give the code after the password. */
    static final Duration CODE_WITHIN = Duration.ofMinutes(10);

    /** For so long after signing in, or after having given the password again, one may change how one signs in. */
    static final Duration SURE_FOR = Duration.ofMinutes(10);

    private static final String ACCOUNT = "account";
    private static final String GRANT = "grant";
    private static final String PENDING = "pending";
    private static final String PENDING_SINCE = "pending-since";
    private static final String SURE_SINCE = "sure-since";
    private static final String BEGAN = "began";
    private static final String WHOLE = "whole";

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final KnownDevices devices;
    private final Crowds crowds;
    private final OwnDevice ownDevice;
    private final Misses misses;
    private final AuditLog audit;
    private final Clock clock;

    SigningIn(
            Accounts accounts,
            OneTimeCodes codes,
            KnownDevices devices,
            Crowds crowds,
            OwnDevice ownDevice,
            Misses misses,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.devices = devices;
        this.crowds = crowds;
        this.ownDevice = ownDevice;
        this.misses = misses;
        this.audit = audit;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public sealed interface Outcome {
        record SignedIn(AccountId account) implements Outcome {}

        /** The password is right; a code is asked for next. Nobody is signed in yet. */
        record CodeNeeded() implements Outcome {}

        /** Wrong address or wrong password: which of them is never told. */
        record Refused() implements Outcome {}

        /** More try than we can check just now; wait some seconds. */
        record Busy() implements Outcome {}

        /** Too many attempts from here on this account; wait a quarter of an hour. */
        record Wait() implements Outcome {}
    }

    /** Tries an address and a password; on success the request's session is the person's, or waits for a code. */
    public Outcome tryPassword(
            String email, String password, HttpServletRequest request, HttpServletResponse response) {
        Optional<AccountId> account = accounts.byEmail(email);
        String who = account.map(it -> it.value().toString()).orElseGet(() -> Accounts.normal(email));
        KnownDevices.Source from = devices.source(request, who);
        String target = who + "\n" + from.place();
        if (!misses.admits(Guessing.SIGN_IN, target)) {
            return refused(new Outcome.Wait(), from, request);
        }
        boolean right;
        try {
            right = accounts.knows(account, password, crowds.standing(from, request.getRemoteAddr()));
        } catch (ProblemException busy) {
            misses.takeBack(Guessing.SIGN_IN, target);
            return refused(new Outcome.Busy(), from, request);
        }
        if (!right || account.isEmpty()) {
            return refused(new Outcome.Refused(), from, request);
        }
        misses.forget(Guessing.SIGN_IN, target);
        if (codes.on(account.get())) {
            leavePending(account.get(), request);
            return new Outcome.CodeNeeded();
        }
        start(account.get(), request, response);
        return new Outcome.SignedIn(account.get());
    }

    private Outcome refused(Outcome outcome, KnownDevices.Source from, HttpServletRequest request) {
        if (!from.known()) {
            crowds.refused(request.getRemoteAddr());
        }
        return outcome;
    }

    private void leavePending(AccountId account, HttpServletRequest request) {
        HttpSession session = fresh(request);
        session.setMaxInactiveInterval((int) CODE_WITHIN.toSeconds());
        session.setAttribute(PENDING, account.value().toString());
        session.setAttribute(PENDING_SINCE, clock.instant().getEpochSecond());
    }

    /** Whether the request's session waits for a code. */
    public boolean codeAwaited(HttpServletRequest request) {
        return pending(request).isPresent();
    }

    private Optional<AccountId> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PENDING) instanceof String account)
                || !(session.getAttribute(PENDING_SINCE) instanceof Long since)
                || clock.instant().isAfter(Instant.ofEpochSecond(since).plus(CODE_WITHIN))) {
            return Optional.empty();
        }
        return Optional.of(new AccountId(UUID.fromString(account)));
    }

    /** Tries a code from the app, or a recovery code, for whoever has given the password in this session; nothing where nobody has. */
    public Optional<Check> tryCode(String code, HttpServletRequest request, HttpServletResponse response) {
        return pending(request).map(account -> {
            Check check = codes.check(account, code, source(account, request));
            if (check == Check.RIGHT) {
                start(account, request, response);
            }
            return check;
        });
    }

    /** Where a guess at something of the account's comes from. */
    KnownDevices.Source source(AccountId account, HttpServletRequest request) {
        return devices.source(request, account.value().toString());
    }

    /** Checks a code of somebody who is signed in. */
    public Check checkCode(AccountId account, String code, HttpServletRequest request) {
        return codes.check(account, code, source(account, request));
    }

    /** Makes the request's session this person's, with a new session id, and their device a known one. */
    public void start(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        devices.remember(request, response, account.value().toString());
        HttpSession session = fresh(request);
        session.setAttribute(ACCOUNT, account.value().toString());
        session.setAttribute(Sessions.INDEXED, account.value().toString());
        session.setAttribute(
                Sessions.DEVICE, Device.of(request.getHeader("User-Agent")).kept());
        session.setAttribute(SURE_SINCE, clock.instant().getEpochSecond());
        session.setAttribute(BEGAN, clock.instant().getEpochSecond());
        keepTerms(session, account, request);
        Language language = Views.language(request);
        accounts.seen(account, language);
        audit.write(account, AccessAction.SIGNED_IN, account.value());
    }

    /** Sets how long the session lasts, by the device and by what the person may see: at sign-in, and when either has changed. */
    private void keepTerms(HttpSession session, AccountId account, HttpServletRequest request) {
        Visitor.Person person = accounts.visitor(account, null).person();
        boolean seesOthers = person != null
                && person.grants().stream().anyMatch(it -> it.role().seesOthers());
        SessionTerms terms = SessionTerms.of(ownDevice.own(request), seesOthers);
        if (!Long.valueOf(terms.whole().toSeconds()).equals(session.getAttribute(WHOLE))
                || session.getMaxInactiveInterval() != terms.unused().toSeconds()) {
            session.setAttribute(WHOLE, terms.whole().toSeconds());
            session.setMaxInactiveInterval((int) terms.unused().toSeconds());
        }
    }

    /** The session of somebody signed in, unless it has lasted as long as one may. */
    private @Nullable HttpSession live(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String)) {
            return null;
        }
        Duration whole =
                session.getAttribute(WHOLE) instanceof Long seconds ? Duration.ofSeconds(seconds) : SessionTerms.SHIFT;
        boolean over = session.getAttribute(BEGAN) instanceof Long began
                && !clock.instant().isBefore(Instant.ofEpochSecond(began).plus(whole));
        if (over || session.getLastAccessedTime() - session.getCreationTime() >= whole.toMillis()) {
            session.invalidate();
            return null;
        }
        return session;
    }

    /** After how long without use the reader's session ends; empty where that is a whole shift, or nobody is signed in. */
    public Optional<Duration> unused(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> Duration.ofSeconds(it.getMaxInactiveInterval()))
                .filter(it -> it.compareTo(SessionTerms.SHIFT) < 0);
    }

    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return request.getSession(true);
    }

    /** Whether the person has just signed in, or just given the password again. */
    public boolean sure(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(SURE_SINCE) instanceof Long since
                && clock.instant().isBefore(Instant.ofEpochSecond(since).plus(SURE_FOR));
    }

    /** Notes that it is the person themselves, now. */
    void makeSure(HttpServletRequest request) {
        request.getSession(true).setAttribute(SURE_SINCE, clock.instant().getEpochSecond());
    }

    /** Acts in another of the person's own roles from now on, with a new session id. */
    public boolean actAs(Visitor.Person person, UUID grant, HttpServletRequest request) {
        boolean own = person.grants().stream().anyMatch(it -> it.id().equals(grant));
        if (own) {
            request.getSession(true).setAttribute(GRANT, grant.toString());
            request.changeSessionId();
            audit.write(person.account(), AccessAction.ACTED_AS, grant);
        }
        return own;
    }

    /** Ends the request's session, and asks the browser to forget what it keeps; where its outbox asks, not what was refused and waits there. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        boolean outbox = request.getHeader("Samtidig-Outbox") != null;
        response.setHeader("Clear-Site-Data", outbox ? "\"cache\"" : "\"cache\", \"storage\"");
    }

    /** Whose the request's session is, also where all their roles have ended and they are nobody's {@link Visitor.Person}. */
    public Optional<AccountId> account(HttpServletRequest request) {
        HttpSession session = live(request);
        return session != null && session.getAttribute(ACCOUNT) instanceof String account
                ? Optional.of(new AccountId(UUID.fromString(account)))
                : Optional.empty();
    }

    /** Who the request's session belongs to. */
    public Visitor visitor(HttpServletRequest request) {
        HttpSession session = live(request);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Visitor.ANONYMOUS;
        }
        keepTerms(session, new AccountId(UUID.fromString(account)), request);
        @Nullable UUID grant = session.getAttribute(GRANT) instanceof String chosen ? UUID.fromString(chosen) : null;
        return accounts.visitor(new AccountId(UUID.fromString(account)), grant);
    }
}
