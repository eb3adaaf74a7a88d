package no.samtidig.learning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Profession;
import no.samtidig.learning.Beginning;
import no.samtidig.learning.Beginnings;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visit. Nobody has to go through it: every other page works without. */
@Controller
class WelcomeController {
    private static final String HERE = "/velkommen";

    /** What the form sends where no profession of ours fits. */
    private static final String OTHER = "annet";

    private final Beginnings beginnings;
    private final Progressing progressing;
    private final SigningIn signingIn;

    WelcomeController(Beginnings beginnings, Progressing progressing, SigningIn signingIn) {
        this.beginnings = beginnings;
        this.progressing = progressing;
        this.signingIn = signingIn;
    }

    @GetMapping("/velkommen")
    Page welcome(
            Visitor visitor,
            Language language,
            @RequestParam(value = "endre", required = false) @Nullable String change) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return page(person, language, change != null, false);
    }

    @PostMapping("/velkommen")
    Reply confirm(
            Visitor visitor,
            Language language,
            @RequestParam(value = "yrke", defaultValue = "") String profession,
            @RequestParam(value = "rolle", required = false) @Nullable UUID grant,
            HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (profession.isEmpty()) {
            return page(person, language, true, true);
        }
        Optional<Profession> chosen = profession.equals(OTHER)
                ? Optional.empty()
                : Optional.of(Profession.of(profession).orElseThrow(ProblemException::notFound));
        if (grant != null && !grant.equals(person.acting().id()) && !signingIn.actAs(person, grant, request)) {
            throw ProblemException.notFound();
        }
        beginnings.confirm(person.account(), chosen);
        return new SeeOther(HERE);
    }

    private WelcomePage page(Visitor.Person person, Language language, boolean change, boolean unchosen) {
        Optional<Beginning> said = beginnings.of(person.account());
        Optional<Profession> profession = said.map(Beginning::profession)
                .orElseGet(() -> Beginnings.likely(person.acting().role()));
        List<ModuleProgress> modules = progressing.all(person.account(), language);
        return new WelcomePage(
                person.name().split(" ", 2)[0],
                person.acting(),
                person.grants(),
                said.isPresent(),
                change || said.isEmpty(),
                unchosen ? Optional.empty() : profession,
                Beginnings.toRead(modules, profession).orElse(null),
                Beginnings.toTry(modules, profession).orElse(null),
                third(person),
                unchosen);
    }

    private static WelcomePage.Third third(Visitor.Person person) {
        Set<Permission> may = person.acting().role().permissions();
        if (may.contains(Permission.INVITE)) {
            return WelcomePage.Third.INVITE;
        }
        return may.contains(Permission.SEE_COVERAGE) ? WelcomePage.Third.COVERAGE : WelcomePage.Third.SEEN;
    }
}
