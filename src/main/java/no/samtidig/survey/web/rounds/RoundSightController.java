package no.samtidig.survey.web.rounds;

import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.web.Heavy;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import no.samtidig.survey.disclosure.Foresight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What will be seen of a round, before it opens, and what must be seen whole. */
@Controller
class RoundSightController {
    private final Running running;
    private final Foresight foresight;

    RoundSightController(Running running, Foresight foresight) {
        this.running = running;
        this.foresight = foresight;
    }

    @Heavy
    @GetMapping("/undersokelser/{id}/dette-ser-dere")
    Page sight(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = draft(person, id);
        return new RoundSightPage(it, foresight.of(it.round()), RoundDone.of(done));
    }

    @PostMapping("/undersokelser/{id}/dette-ser-dere")
    Reply choose(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("forst") String first) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        Round.First chosen = Coded.of(Round.First.class, first).orElseThrow(ProblemException::notFound);
        return running.first(person, round, chosen)
                ? new SeeOther(OneRound.path(round.id()) + "/dette-ser-dere").done(RoundDone.FIRST)
                : OneRound.to(round.id(), RoundDone.FIXED);
    }

    private RoundOverview draft(Visitor.Person person, UUID id) {
        RoundOverview it = OneRound.find(running, person, id);
        if (it.round().state() != Round.State.DRAFT) {
            throw ProblemException.notFound();
        }
        return it;
    }
}
