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

/** Opening a round, at once or on its day; and taking that back as long as the day has not come. */
@Controller
class RoundOpeningController {
    private final Running running;

    RoundOpeningController(Running running) {
        this.running = running;
    }

    @PostMapping("/undersokelser/{id}/apne")
    Reply open(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        return OneRound.to(
                round.id(),
                switch (running.go(person, round)) {
                    case OPENED -> RoundDone.OPENED;
                    case WAITS -> RoundDone.WAITS;
                    case ALREADY -> RoundDone.NOTHING;
                    case TOO_LATE -> RoundDone.TOO_LATE;
                    case NOBODY -> RoundDone.NOBODY;
                });
    }

    @PostMapping("/undersokelser/{id}/vent")
    Reply hold(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        running.hold(person, round);
        return OneRound.to(round.id(), RoundDone.HELD);
    }
}
