package no.samtidig.survey.web.rounds;

import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.web.Limited;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a round sends: every mail as it reads, and the invitation on trial to whoever runs it. */
@Controller
class RoundMailController {
    private final Running running;
    private final Mailing mailing;

    RoundMailController(Running running, Mailing mailing) {
        this.running = running;
        this.mailing = mailing;
    }

    @Limited(value = "trial-mail", most = 30, minutes = 60)
    @PostMapping("/undersokelser/{id}/prove")
    Reply trial(Visitor visitor, Language language, @PathVariable("id") UUID id, @RequestParam("nokkel") UUID key) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        mailing.trial(person, round, language, key);
        return OneRound.to(round.id(), RoundDone.TRIAL);
    }

    @GetMapping("/undersokelser/{id}/epost")
    Page mail(
            Visitor visitor,
            Language reading,
            @PathVariable("id") UUID id,
            @RequestParam(value = "sprak", required = false) @Nullable String language) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = OneRound.find(running, person, id);
        Language shown = Language.of(language).orElse(reading);
        Language written = shown == Language.NN ? Language.NN : Language.NB;
        return new RoundMailPage(it, written, mailing.mails(it.round(), written));
    }
}
