package no.samtidig.survey.web.respond;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.Responding;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Running;
import no.samtidig.survey.StaffGroup;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Trying a round's form as those who are asked will meet it. Nothing is sent and nothing is kept. */
@Controller
class TrialController {
    private static final String DONE = "/undersokelser/skjema/ferdig";

    private final Running running;

    TrialController(Running running) {
        this.running = running;
    }

    @GetMapping("/undersokelser/skjema/ferdig")
    Page done(Visitor visitor) {
        visitor.require(Permission.RUN_SURVEYS);
        return new RespondReceiptPage(true);
    }

    @Heavy
    @GetMapping("/undersokelser/{id}/skjema")
    Page start(
            Visitor visitor, @PathVariable("id") UUID round, HttpServletRequest request, HttpServletResponse response) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RespondForm form = form(person, round, Answers.NONE, Optional.empty());
        RespondSteps.speak(request, response, form.asked().language());
        return new RespondStartPage(form, "");
    }

    @Heavy
    @PostMapping("/undersokelser/{id}/skjema")
    Reply step(
            Visitor visitor, @PathVariable("id") UUID round, HttpServletRequest request, HttpServletResponse response) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RespondSteps.Sent sent = RespondSteps.Sent.of(request);
        RespondForm form = form(person, round, sent.given(), sent.group());
        RespondSteps.speak(request, response, form.asked().language());
        if (sent.wish() != RespondSteps.Wish.SEND) {
            return RespondSteps.page(form, sent, "");
        }
        if (!sent.version().equals(form.asked().version())) {
            return RespondSteps.changed(form);
        }
        return form.filled().faults().isEmpty() ? new SeeOther(DONE) : RespondSteps.faulty(form);
    }

    /** A round that is not one's own to run does not exist. */
    private RespondForm form(Visitor.Person person, UUID round, Answers given, Optional<StaffGroup> group) {
        return running.find(person, new RoundId(round))
                .map(it -> Responding.trial(it.round()))
                .map(it -> RespondForm.of("/undersokelser/" + round + "/skjema", DONE, true, "", it, given, group))
                .orElseThrow(ProblemException::notFound);
    }
}
