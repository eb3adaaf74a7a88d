package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.Passkeys;
import no.samtidig.access.Permission;
import no.samtidig.access.SignInOffers;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Signing in, signing out, choosing among own roles. */
@Controller
class SignInController {
    /** Where a person lands after signing in. */
    static final String HOME = "/min-side";

    private final SigningIn signingIn;
    private final Passkeys passkeys;
    private final JsonMapper json;
    private final ObjectProvider<SignInOffers> offers;

    SignInController(SigningIn signingIn, Passkeys passkeys, JsonMapper json, ObjectProvider<SignInOffers> offers) {
        this.signingIn = signingIn;
        this.passkeys = passkeys;
        this.json = json;
        this.offers = offers;
    }

    @Open("the way in")
    @GetMapping("/logg-inn")
    Reply form(@RequestParam(value = "retur", required = false) @Nullable String back, HttpServletRequest request) {
        boolean ended = back != null && request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return page("", Trouble.NONE, back, ended);
    }

    @Open("the way in")
    @PostMapping("/logg-inn")
    Reply signIn(
            @RequestParam("e-post") String email,
            @RequestParam("passord") String password,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (email.isBlank() || password.isEmpty()) {
            return page(email, Trouble.at("e-post", "sign-in.trouble.empty"), back);
        }
        return switch (signingIn.tryPassword(email, password, request, response)) {
            case SigningIn.Outcome.SignedIn _ -> SeeOther.inside(back, HOME);
            case SigningIn.Outcome.CodeNeeded _ -> CodePage.at(back);
            case SigningIn.Outcome.Refused _ -> page(email, Trouble.at("e-post", "sign-in.trouble.refused"), back);
            case SigningIn.Outcome.Busy _ -> page(email, Trouble.busy("", "sign-in.trouble.busy"), back);
            case SigningIn.Outcome.Wait _ -> page(email, Trouble.wait("e-post", "sign-in.trouble.wait"), back);
        };
    }

    @Open("the way in: the second step of somebody who has given the password")
    @GetMapping("/logg-inn/kode")
    Reply codeForm(@RequestParam(value = "retur", required = false) @Nullable String back, HttpServletRequest request) {
        return signingIn.codeAwaited(request)
                ? new CodePage(Trouble.NONE, back == null ? "" : back)
                : page("", Trouble.NONE, back);
    }

    @Open("the way in: the second step of somebody who has given the password")
    @Limited(value = "code", most = 1_200)
    @PostMapping("/logg-inn/kode")
    Reply code(
            @RequestParam("kode") String code,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        String to = back == null ? "" : back;
        if (code.isBlank() && signingIn.codeAwaited(request)) {
            return new CodePage(Trouble.at("kode", "sign-in.code.trouble.empty"), to);
        }
        return signingIn
                .tryCode(code, request, response)
                .<Reply>map(it -> switch (it) {
                    case RIGHT -> SeeOther.inside(back, HOME);
                    case WRONG -> new CodePage(Trouble.at("kode", "sign-in.code.trouble.refused"), to);
                    case WAIT -> new CodePage(Trouble.wait("kode", "sign-in.code.trouble.wait"), to);
                })
                .orElseGet(() -> page("", Trouble.whole("sign-in.trouble.too-late"), back));
    }

    @Open("the way in")
    @Limited(value = "passkey", most = 120, minutes = 1)
    @PostMapping("/logg-inn/passnokkel/begynn")
    ResponseEntity<byte[]> beginPasskey(HttpServletRequest request, HttpServletResponse response) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(passkeys.request(request, response)));
    }

    @Open("the way in")
    @PostMapping("/logg-inn/passnokkel")
    Reply passkey(
            @RequestParam("svar") String answer,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        return passkeys.signIn(answer, request, response)
                ? SeeOther.inside(back, HOME)
                : page("", Trouble.whole("sign-in.trouble.passkey"), back);
    }

    @Open("leaving needs no permission")
    @PostMapping("/logg-ut")
    Reply signOut(
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        signingIn.end(request, response);
        return SeeOther.inside(back, "/");
    }

    @PostMapping("/rolle")
    Reply actAs(Visitor visitor, @RequestParam("rolle") UUID grant, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.actAs(person, grant, request)) {
            throw ProblemException.notFound();
        }
        return new SeeOther(HOME);
    }

    private SignInPage page(String email, Trouble trouble, @Nullable String back) {
        return page(email, trouble, back, false);
    }

    private SignInPage page(String email, Trouble trouble, @Nullable String back, boolean ended) {
        SignInOffers available = offers.getIfAvailable();
        List<SignInOffers.Offer> list = available == null ? List.of() : available.offers();
        return new SignInPage(
                email, trouble, back == null ? "" : back, list, ended, passkeys.possible() ? passkeys.host() : "");
    }
}
