package no.samtidig.survey.web.rounds;

import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Reply;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Round;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reminders to those who have not answered. */
@Controller
class RoundRemindersController {
    private final Running running;
    private final Mailing mailing;

    RoundRemindersController(Running running, Mailing mailing) {
        this.running = running;
        this.mailing = mailing;
    }

    @PostMapping("/undersokelser/{id}/paminn")
    Reply remind(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("steg") int step) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        return OneRound.to(
                round.id(),
                switch (mailing.remind(person, round, step)) {
                    case ASKED -> RoundDone.REMINDED;
                    case ALREADY -> RoundDone.NOTHING;
                    case NOT_NOW -> RoundDone.NOT_NOW;
                });
    }
}
