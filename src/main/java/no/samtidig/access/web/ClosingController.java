package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.access.Check;
import no.samtidig.access.Closing;
import no.samtidig.access.Passwords;
import no.samtidig.access.Permission;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import no.samtidig.platform.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing one's own account, and opening it again. */
@Controller
class ClosingController {
    private final Closing closing;
    private final Passwords passwords;
    private final SigningIn signingIn;

    ClosingController(Closing closing, Passwords passwords, SigningIn signingIn) {
        this.closing = closing;
        this.passwords = passwords;
        this.signingIn = signingIn;
    }

    @GetMapping("/min-side/konto/lukk")
    Page form(Visitor visitor, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return page(person, Trouble.NONE, request);
    }

    private ClosingPage page(Visitor.Person person, Trouble trouble, HttpServletRequest request) {
        return new ClosingPage(
                passwords.has(person.account()),
                signingIn.sure(request),
                closing.onlyAdministrator(person.account()),
                closing.lastDay(),
                trouble);
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/lukk")
    Reply close(
            Visitor visitor,
            Language language,
            @RequestParam(value = "passord", defaultValue = "") String password,
            @RequestParam(value = "sikker", defaultValue = "false") boolean certain,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (closing.onlyAdministrator(person.account())) {
            return page(person, Trouble.whole("closing.trouble.only-administrator"), request);
        }
        if (!certain) {
            return page(person, Trouble.at("sikker", "closing.trouble.uncertain"), request);
        }
        return switch (oneself(person, password, request)) {
            case WRONG -> page(person, Trouble.at("passord", "closing.trouble.wrong"), request);
            case WAIT -> page(person, Trouble.wait("passord", "closing.trouble.wait"), request);
            case RIGHT -> closed(person, closing.close(person, language), request, response);
        };
    }

    private Reply closed(
            Visitor.Person person, Closing.Closed how, HttpServletRequest request, HttpServletResponse response) {
        return switch (how) {
            case CLOSED, ALREADY -> {
                signingIn.end(request, response);
                yield new SeeOther("/konto-lukket");
            }
            case LAST_ADMINISTRATOR, UNKNOWN ->
                page(person, Trouble.whole("closing.trouble.only-administrator"), request);
        };
    }

    /** By password, or, for somebody who has none, by a passkey just now. */
    private Check oneself(Visitor.Person person, String password, HttpServletRequest request) {
        if (passwords.has(person.account())) {
            return passwords.check(person.account(), password, request);
        }
        return signingIn.sure(request) ? Check.RIGHT : Check.WRONG;
    }

    @Open("who has closed an account is signed in no more")
    @GetMapping("/konto-lukket")
    Page closed() {
        return new ReopenPage(ReopenPage.State.CLOSED, "");
    }

    @Open("a link sent to the owner of a closed account")
    @GetMapping("/apne-konto/{token}")
    Page reopenForm(@PathVariable("token") String token) {
        return new ReopenPage(closing.opens(token) ? ReopenPage.State.CAN_OPEN : ReopenPage.State.NO_LINK, token);
    }

    @Open("a link sent to the owner of a closed account")
    @PostMapping("/apne-konto/{token}")
    Page reopen(@PathVariable("token") String token) {
        return new ReopenPage(closing.reopen(token) ? ReopenPage.State.OPENED : ReopenPage.State.NO_LINK, "");
    }
}
