package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import no.samtidig.access.OneTimeCodes;
import no.samtidig.access.Passkeys;
import no.samtidig.access.Passwords;
import no.samtidig.access.Permission;
import no.samtidig.access.Sessions;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One's own account: how it stands, the password, where one is signed in, passkeys, and making sure that it is oneself. */
@Controller
class AccountController {
    static final String PATH = "/min-side/konto";
    private static final String SURE = PATH + "/bekreft";
    private static final String PASSKEYS = PATH + "/passnokler";

    private final SigningIn signingIn;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final JsonMapper json;

    AccountController(
            SigningIn signingIn,
            Passwords passwords,
            OneTimeCodes codes,
            Passkeys passkeys,
            Sessions sessions,
            JsonMapper json) {
        this.signingIn = signingIn;
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.json = json;
    }

    /** Where one says again that it is oneself, and comes back from. */
    static SeeOther makeSureFirst(String back) {
        return new SeeOther(SURE + "?retur=" + back);
    }

    @GetMapping("/min-side/konto")
    Page account(
            Visitor visitor,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return new AccountPage(
                person,
                AccountPage.Done.of(done),
                passwords.has(person.account()),
                passwords.changed(person.account()),
                codes.state(person),
                passkeys.of(person.account()).size(),
                sessions.of(person.account(), request));
    }

    @GetMapping("/min-side/konto/passord")
    Page password(Visitor visitor) {
        visitor.require(Permission.OWN_ACCOUNT);
        return new PasswordPage(Trouble.NONE);
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/passord")
    Reply changePassword(
            Visitor visitor,
            Language language,
            @RequestParam("na") String old,
            @RequestParam("passord") String wanted,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return switch (passwords.change(person, old, wanted, language, request)) {
            case Passwords.Change.Changed _ -> new SeeOther(PATH).done(AccountPage.Done.PASSWORD);
            case Passwords.Change.WrongOld _ -> new PasswordPage(Trouble.at("na", "password.trouble.wrong-old"));
            case Passwords.Change.Wait _ -> new PasswordPage(Trouble.wait("na", "password.trouble.wait"));
            case Passwords.Change.Weak it -> new PasswordPage(NewPasswordPage.weak(it.weakness()));
        };
    }

    @PostMapping("/min-side/konto/okter/{key}/avslutt")
    Reply endSession(Visitor visitor, @PathVariable("key") String key) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!sessions.end(person.account(), key)) {
            throw ProblemException.notFound();
        }
        return new SeeOther(PATH).done(AccountPage.Done.SESSION).at("okter");
    }

    @PostMapping("/min-side/konto/okter/avslutt-andre")
    Reply endOtherSessions(Visitor visitor, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        sessions.endOthers(person.account(), request);
        return new SeeOther(PATH).done(AccountPage.Done.SESSIONS).at("okter");
    }

    @GetMapping("/min-side/konto/bekreft")
    Page sure(Visitor visitor, @RequestParam(value = "retur", required = false) @Nullable String back) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return surePage(person, back, Trouble.NONE);
    }

    @PostMapping("/min-side/konto/bekreft")
    Reply makeSure(
            Visitor visitor,
            @RequestParam("passord") String password,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return switch (passwords.makeSure(person.account(), password, request)) {
            case RIGHT -> SeeOther.inside(back, PATH);
            case WRONG -> surePage(person, back, Trouble.at("passord", "sure.trouble.wrong"));
            case WAIT -> surePage(person, back, Trouble.wait("passord", "sure.trouble.wait"));
        };
    }

    @PostMapping("/min-side/konto/bekreft/passnokkel/begynn")
    ResponseEntity<byte[]> beginMakingSure(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        visitor.require(Permission.OWN_ACCOUNT);
        return options(passkeys.request(request, response));
    }

    @PostMapping("/min-side/konto/bekreft/passnokkel")
    Reply makeSureByPasskey(
            Visitor visitor,
            @RequestParam("svar") String answer,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return passkeys.makeSure(person, answer, request)
                ? SeeOther.inside(back, PATH)
                : surePage(person, back, Trouble.whole("sure.trouble.passkey"));
    }

    private SurePage surePage(Visitor.Person person, @Nullable String back, Trouble trouble) {
        boolean own = passkeys.possible() && !passkeys.of(person.account()).isEmpty();
        return new SurePage(
                back == null ? "" : back, passwords.has(person.account()), own ? passkeys.host() : "", trouble);
    }

    @GetMapping("/min-side/konto/passnokler")
    Page passkeys(
            Visitor visitor,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return passkeysPage(person, PasskeysPage.State.of(done), request);
    }

    private PasskeysPage passkeysPage(Visitor.Person person, PasskeysPage.State state, HttpServletRequest request) {
        return new PasskeysPage(
                passkeys.of(person.account()), passkeys.possible(), passkeys.host(), signingIn.sure(request), state);
    }

    @PostMapping("/min-side/konto/passnokler/begynn")
    ResponseEntity<byte[]> beginPasskey(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return signingIn.sure(request)
                ? options(passkeys.creation(person, request, response))
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/passnokler")
    Reply addPasskey(
            Visitor visitor,
            Language language,
            @RequestParam("svar") String answer,
            @RequestParam("navn") String name,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.sure(request)) {
            return makeSureFirst(PASSKEYS);
        }
        return switch (passkeys.add(person, answer, name, language, request)) {
            case ADDED -> new SeeOther(PASSKEYS).done("lagt-til");
            case REFUSED -> passkeysPage(person, PasskeysPage.State.REFUSED, request);
            case TOO_MANY -> passkeysPage(person, PasskeysPage.State.TOO_MANY, request);
        };
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/passnokler/{id}/fjern")
    Reply removePasskey(Visitor visitor, Language language, @PathVariable("id") UUID id, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (passkeys.of(person.account()).stream().noneMatch(it -> it.id().equals(id))) {
            throw ProblemException.notFound();
        }
        if (!signingIn.sure(request)) {
            return makeSureFirst(PASSKEYS);
        }
        passkeys.remove(person, id, language);
        return new SeeOther(PASSKEYS).done("fjernet");
    }

    private ResponseEntity<byte[]> options(Object options) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(options));
    }
}
