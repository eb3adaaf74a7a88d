package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import no.samtidig.access.PasswordResets;
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

/** A new password for somebody who forgot theirs. */
@Controller
class ForgottenController {
    private final PasswordResets resets;

    ForgottenController(PasswordResets resets) {
        this.resets = resets;
    }

    @Open("whoever forgot the password cannot sign in")
    @GetMapping("/glemt-passord")
    Page form(
            @RequestParam(value = "sendt", required = false) @Nullable String heard,
            @RequestParam(value = "byttet", required = false) @Nullable String changed) {
        return ForgottenPage.of(
                changed != null
                        ? ForgottenPage.State.CHANGED
                        : heard != null ? ForgottenPage.State.HEARD : ForgottenPage.State.ASKING);
    }

    @Open("whoever forgot the password cannot sign in")
    @Limited(value = "new-password", most = 120, minutes = 60)
    @PostMapping("/glemt-passord")
    Reply ask(@RequestParam("e-post") String email, Language language, HttpServletRequest request) {
        return switch (resets.ask(email, request.getRemoteAddr(), language)) {
            case HEARD -> new SeeOther("/glemt-passord?sendt");
            case NO_ADDRESS -> ForgottenPage.asking(email, Trouble.at("e-post", "forgotten.trouble.no-address"));
            case WAIT -> ForgottenPage.asking(email, Trouble.wait("e-post", "forgotten.trouble.wait"));
        };
    }

    @Open("the link in the mail is the key; looking uses nothing up")
    @GetMapping("/nytt-passord/{token}")
    Page choose(@PathVariable("token") String token) {
        return resets.usable(token) ? new NewPasswordPage("/nytt-passord/" + token, Trouble.NONE) : closed();
    }

    @Open("the link in the mail is the key")
    @Limited(value = "chosen-password", most = 240, minutes = 60)
    @PostMapping("/nytt-passord/{token}")
    Reply change(@PathVariable("token") String token, @RequestParam("passord") String password, Language language) {
        return switch (resets.choose(token, password, language)) {
            case PasswordResets.Chosen.Changed _ -> new SeeOther("/glemt-passord?byttet");
            case PasswordResets.Chosen.NoLink _ -> closed();
            case PasswordResets.Chosen.Weak it ->
                new NewPasswordPage("/nytt-passord/" + token, NewPasswordPage.weak(it.weakness()));
        };
    }

    private static Page closed() {
        return new ClosedLinkPage(ClosedLinkPage.Kind.PASSWORD, "");
    }
}
