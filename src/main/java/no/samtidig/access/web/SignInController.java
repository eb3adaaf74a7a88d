package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.SignInOffers;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, signing out, choosing among own roles. */
@Controller
class SignInController {
    /** Where a person lands after signing in. */
    static final String HOME = "/min-side";

    private final SigningIn signingIn;
    private final ObjectProvider<SignInOffers> offers;

    SignInController(SigningIn signingIn, ObjectProvider<SignInOffers> offers) {
        this.signingIn = signingIn;
        this.offers = offers;
    }

    @Open("the way in")
    @GetMapping("/logg-inn")
    Reply form(@RequestParam(value = "retur", required = false) @Nullable String back) {
        return page("", SignInPage.Trouble.NONE, back);
    }

    @Open("the way in")
    @PostMapping("/logg-inn")
    Reply signIn(
            @RequestParam("e-post") String email,
            @RequestParam("passord") String password,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request) {
        if (email.isBlank() || password.isEmpty()) {
            return page(email, SignInPage.Trouble.EMPTY, back);
        }
        return switch (signingIn.tryPassword(email, password, request)) {
            case SigningIn.Outcome.SignedIn _ -> SeeOther.inside(back, HOME);
            case SigningIn.Outcome.Refused _ -> page(email, SignInPage.Trouble.REFUSED, back);
            case SigningIn.Outcome.Wait _ -> page(email, SignInPage.Trouble.WAIT, back);
        };
    }

    @Open("leaving needs no permission")
    @PostMapping("/logg-ut")
    Reply signOut(
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        signingIn.end(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
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

    private SignInPage page(String email, SignInPage.Trouble trouble, @Nullable String back) {
        SignInOffers available = offers.getIfAvailable();
        List<SignInOffers.Offer> list = available == null ? List.of() : available.offers();
        return new SignInPage(email, trouble, back == null ? "" : back, list);
    }
}
