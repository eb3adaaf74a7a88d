package no.samtidig.survey.web.rounds;

import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days of a round: the first and the last one to answer. */
@Controller
class RoundDaysController {
    private final Running running;

    RoundDaysController(Running running) {
        this.running = running;
    }

    @GetMapping("/undersokelser/{id}/datoer")
    Page days(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = changeable(person, id);
        return new RoundDaysPage(round, round.opens().toString(), round.closes().toString(), Trouble.NONE);
    }

    private Round changeable(Visitor.Person person, UUID id) {
        Round round = OneRound.find(running, person, id).round();
        if (round.state() != Round.State.DRAFT && round.state() != Round.State.OPEN) {
            throw ProblemException.notFound();
        }
        return round;
    }

    @PostMapping("/undersokelser/{id}/datoer")
    Reply change(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "apner", defaultValue = "") String opens,
            @RequestParam(value = "lukker", defaultValue = "") String closes) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = changeable(person, id);
        Set<RoundDraft.Flaw> flaws = running.days(person, round, RoundForm.date(opens), RoundForm.date(closes));
        return flaws.isEmpty()
                ? OneRound.to(round.id(), RoundDone.DAYS)
                : new RoundDaysPage(round, opens, closes, RoundForm.trouble(flaws));
    }
}
