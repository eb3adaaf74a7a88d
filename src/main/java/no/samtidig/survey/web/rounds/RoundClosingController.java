package no.samtidig.survey.web.rounds;

import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Reply;
import no.samtidig.survey.Round;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Closing a round before its last day is over. */
@Controller
class RoundClosingController {
    private final Running running;

    RoundClosingController(Running running) {
        this.running = running;
    }

    @PostMapping("/undersokelser/{id}/lukk")
    Reply close(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        return OneRound.to(round.id(), running.close(person, round) ? RoundDone.CLOSED : RoundDone.NOTHING);
    }
}
