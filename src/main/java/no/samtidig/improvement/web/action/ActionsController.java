package no.samtidig.improvement.web.action;

import java.time.Clock;
import java.time.LocalDate;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.action.Goals;
import no.samtidig.platform.Page;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit's goals and actions on one page, and on a sheet for the wall. */
@Controller
class ActionsController {
    private final Journeys journeys;
    private final Goals goals;
    private final ActionLines lines;
    private final Clock clock;

    ActionsController(Journeys journeys, Goals goals, ActionLines lines, Clock clock) {
        this.journeys = journeys;
        this.goals = goals;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/enheten/tiltak")
    Page actions(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF, Part.COUNCIL);
        return new ActionsPage(
                visit,
                goals.all(visit.journey()),
                lines.of(visit),
                goals.nones(visit.journey()),
                ActionsDone.read(done),
                person.acting().role().permissions().contains(Permission.SEE_COMPLETION));
    }

    @GetMapping("/enheten/tiltak/ark")
    Page sheet(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF, Part.COUNCIL);
        return new ActionSheetPage(visit, goals.of(visit.journey()), lines.of(visit), LocalDate.now(clock));
    }
}
