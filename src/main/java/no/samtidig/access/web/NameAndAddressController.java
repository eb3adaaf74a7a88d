package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import no.samtidig.access.NameAndAddress;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own name and mail address. */
@Controller
class NameAndAddressController {
    private static final String ADDRESS = AccountController.PATH + "/e-post";

    /** In the session: the address that was asked for, to be told on the next page and not in its address. */
    private static final String ASKED = "address-asked";

    private final NameAndAddress own;
    private final SigningIn signingIn;

    NameAndAddressController(NameAndAddress own, SigningIn signingIn) {
        this.own = own;
        this.signingIn = signingIn;
    }

    @GetMapping("/min-side/konto/navn")
    Page name(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return new OwnNamePage(person.name(), Trouble.NONE);
    }

    @PostMapping("/min-side/konto/navn")
    Reply rename(Visitor visitor, @RequestParam("navn") String name) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        Trouble trouble = Trouble.where("navn", own.rename(person, name));
        return trouble.any()
                ? new OwnNamePage(name, trouble)
                : new SeeOther(AccountController.PATH).done(AccountPage.Done.NAME);
    }

    @GetMapping("/min-side/konto/e-post")
    Reply address(
            Visitor visitor,
            @RequestParam(value = "sendt", required = false) @Nullable String sent,
            HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return signingIn.sure(request)
                ? new OwnAddressPage(
                        person.email(),
                        "",
                        sent != null && session != null && session.getAttribute(ASKED) instanceof String it ? it : "",
                        Trouble.NONE)
                : AccountController.makeSureFirst(ADDRESS);
    }

    @Limited(value = "own-address", most = 5, minutes = 60)
    @PostMapping("/min-side/konto/e-post")
    Reply ask(Visitor visitor, Language language, @RequestParam("e-post") String email, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.sure(request)) {
            return AccountController.makeSureFirst(ADDRESS);
        }
        return switch (own.ask(person, email, language)) {
            case SENT -> {
                request.getSession(true).setAttribute(ASKED, email.strip());
                yield new SeeOther(ADDRESS + "?sendt");
            }
            case NO_ADDRESS -> again(person, email, "own-address.trouble.no-address");
            case FOREIGN -> again(person, email, "own-address.trouble.foreign");
            case SAME -> again(person, email, "own-address.trouble.same");
        };
    }

    private static Page again(Visitor.Person person, String email, String key) {
        return new OwnAddressPage(person.email(), email, "", Trouble.at("e-post", key));
    }

    @Open("the link in the mail is the key; looking uses nothing up")
    @GetMapping("/bekreft-adresse/{token}")
    Page look(@PathVariable("token") String token) {
        return own.offered(token)
                .map(it -> new ConfirmAddressPage(ConfirmAddressPage.State.ASKING, it, token))
                .orElseGet(() -> new ConfirmAddressPage(ConfirmAddressPage.State.NO_LINK, "", ""));
    }

    @Open("the link in the mail is the key")
    @Limited(value = "confirmed-address", most = 240, minutes = 60)
    @PostMapping("/bekreft-adresse/{token}")
    Page confirm(@PathVariable("token") String token, Language language) {
        String email = own.offered(token).orElse("");
        return own.confirm(token, language)
                ? new ConfirmAddressPage(ConfirmAddressPage.State.CHANGED, email, "")
                : new ConfirmAddressPage(ConfirmAddressPage.State.NO_LINK, "", "");
    }
}
