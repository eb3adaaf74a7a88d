package no.samtidig.development.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.access.Role;
import no.samtidig.access.SigningIn;
import no.samtidig.development.DemoWorld;
import no.samtidig.development.OnlyInDevelopment;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in as one of the made-up people, without a password. */
@Controller
@OnlyInDevelopment
class DemoSignInController {
    private final DemoWorld world;
    private final SigningIn signingIn;

    DemoSignInController(DemoWorld world, SigningIn signingIn) {
        this.world = world;
        this.signingIn = signingIn;
    }

    @Open("made-up people in a demo; never in production")
    @PostMapping("/demo/logg-inn")
    Reply signIn(
            @RequestParam("rolle") String role,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Role wanted = Role.of(role).orElseThrow(ProblemException::notFound);
        signingIn.start(world.account(wanted).orElseThrow(ProblemException::notFound), request, response);
        return SeeOther.inside(back == null || back.isEmpty() ? null : back, "/min-side");
    }
}
