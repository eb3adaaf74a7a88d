package no.samtidig.improvement.web.steering;

import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.agreement.Farewell;
import no.samtidig.improvement.agreement.Stopping;
import no.samtidig.platform.Language;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Texts;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stopping a journey, or saying no to one. */
@Controller
class StopController {
    private final Journeys journeys;
    private final Stopping stopping;
    private final Texts texts;

    StopController(Journeys journeys, Stopping stopping, Texts texts) {
        this.journeys = journeys;
        this.stopping = stopping;
        this.texts = texts;
    }

    @GetMapping("/enheten/stans")
    Reply stop(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        if (!visit.journey().stage().alive()) {
            return Steered.to(visit, "meanwhile");
        }
        StopForm form = new StopForm(
                List.of(), "", texts.text(language, "stop.told.ready"), Farewell.Talk.OFFERED.code(), true);
        return page(visit, form, Trouble.NONE);
    }

    @PostMapping("/enheten/stans")
    Reply stopped(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "revisjon", defaultValue = "-1") int revision,
            @RequestParam(value = "grunn", defaultValue = "") List<String> reasons,
            @RequestParam(value = "notat", defaultValue = "") String note,
            @RequestParam(value = "beskjed", defaultValue = "") String told,
            @RequestParam(value = "samtale", defaultValue = "") String talk,
            @RequestParam(value = "ikke-igjen", required = false) @Nullable String never) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        StopForm form = new StopForm(reasons, note, told, talk, never == null);
        Trouble trouble = form.trouble();
        if (trouble.any()) {
            return page(visit, form, trouble);
        }
        if (visit.journey().revision() != revision) {
            return Steered.to(visit, "meanwhile");
        }
        return switch (stopping.stop(visit, form.why(), form.note(), form.farewell())) {
            case DONE -> Steered.to(visit, "stopped");
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS -> Steered.to(visit, "meanwhile");
        };
    }

    private static StopPage page(JourneyVisit visit, StopForm form, Trouble trouble) {
        return new StopPage(visit, Stopping.end(visit.journey().stage()) == Stage.DECLINED, form, trouble);
    }
}
