package no.samtidig.improvement.web.steering;

import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.agreement.Agreements;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coach moves a unit's journey to another stage: forward or back, never to its end ({@link StopController}). */
@Controller
class MoveController {
    private final Journeys journeys;
    private final Agreements agreements;

    MoveController(Journeys journeys, Agreements agreements) {
        this.journeys = journeys;
        this.agreements = agreements;
    }

    @GetMapping("/enheten/flytt")
    Page confirm(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "til", defaultValue = "") String to) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, which).as(Part.COACH);
        Stage stage = stage(to);
        if (!visit.journey().stage().next().contains(stage)) {
            throw ProblemException.notFound();
        }
        return new MovePage(visit, stage, agreements.of(visit.journey()));
    }

    @PostMapping("/enheten/flytt")
    SeeOther move(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "til", defaultValue = "") String to,
            @RequestParam(value = "revisjon", defaultValue = "-1") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, which).as(Part.COACH);
        if (visit.journey().revision() != revision) {
            return Steered.to(visit, "meanwhile");
        }
        return switch (journeys.move(visit.journey(), stage(to), person.account(), List.of(), "")) {
            case DONE -> Steered.to(visit, "moved");
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS -> Steered.to(visit, "meanwhile");
        };
    }

    private static Stage stage(String code) {
        return Stage.of(code).filter(Stage::alive).orElseThrow(ProblemException::notFound);
    }
}
