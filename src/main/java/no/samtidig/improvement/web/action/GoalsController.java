package no.samtidig.improvement.web.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.GoalEnd;
import no.samtidig.improvement.action.GoalId;
import no.samtidig.improvement.action.Goals;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding and ending goals, by the leader. Most come from the results meeting. */
@Controller
class GoalsController {
    private final Journeys journeys;
    private final Goals goals;
    private final FormKeys keys;

    GoalsController(Journeys journeys, Goals goals, FormKeys keys) {
        this.journeys = journeys;
        this.goals = goals;
        this.keys = keys;
    }

    /** The leader of a journey that goes on. */
    private JourneyVisit leader(Visitor.Person person) {
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        if (!visit.journey().stage().alive()) {
            throw ProblemException.notFound();
        }
        return visit;
    }

    @GetMapping("/enheten/tiltak/mal")
    Page form(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        return form(leader(person), "", "", Trouble.NONE);
    }

    private GoalFormPage form(JourneyVisit visit, String area, String sentence, Trouble trouble) {
        return new GoalFormPage(
                visit,
                goals.of(visit.journey()),
                goals.occasion(visit.journey()),
                area,
                sentence,
                trouble.inOrder(List.of("omrade", "mal")));
    }

    @PostMapping("/enheten/tiltak/mal")
    Reply add(
            Visitor visitor,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "omrade", defaultValue = "") String area,
            @RequestParam(value = "mal", defaultValue = "") String sentence) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        return keys.once(key, () -> switch (goals.add(visit.journey(), area, sentence, person.account())) {
            case Goals.Added.Done(GoalId goal) ->
                new SeeOther("/enheten/tiltak").done(ActionsDone.GOAL).at("mal-" + goal.value());
            case Goals.Added.OneTooMany() -> form(visit, area, sentence, Trouble.whole("goals.one-too-many"));
            case Goals.Added.Refused(Set<Goals.Flaw> flaws) -> form(visit, area, sentence, trouble(flaws));
        });
    }

    private static Trouble trouble(Set<Goals.Flaw> flaws) {
        return flaws.stream()
                .map(it -> Trouble.at(
                        it.field(),
                        it == Goals.Flaw.PATIENT ? NoPatients.REFUSAL : "goals.flaw." + it.code(),
                        Goal.LONGEST))
                .reduce(Trouble.NONE, Trouble::and);
    }

    @PostMapping("/enheten/tiltak/mal/ingen")
    Reply none(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        goals.none(visit.journey(), goals.occasion(visit.journey()), person.account());
        return new SeeOther("/enheten/tiltak").done(ActionsDone.NONE);
    }

    @GetMapping("/enheten/tiltak/mal/{id}")
    Page ending(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        return new GoalEndPage(visit, alive(visit, id), "", "", Trouble.NONE);
    }

    private Goal alive(JourneyVisit visit, UUID id) {
        return goals.find(visit.journey(), new GoalId(id)).filter(Goal::alive).orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/enheten/tiltak/mal/{id}")
    Reply end(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "hvorfor", defaultValue = "") String why,
            @RequestParam(value = "ord", defaultValue = "") String note) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        Optional<Goal> goal = goals.find(visit.journey(), new GoalId(id));
        if (goal.isEmpty()) {
            throw ProblemException.notFound();
        }
        Optional<GoalEnd> reason = GoalEnd.of(why);
        if (reason.isEmpty()) {
            return new GoalEndPage(visit, goal.get(), why, note, Trouble.at("hvorfor", "goals.flaw.no-reason"));
        }
        return switch (goals.end(visit.journey(), goal.get().id(), reason.get(), note, person.account())) {
            case DONE -> new SeeOther("/enheten/tiltak").done(ActionsDone.GOAL_ENDED);
            case ALREADY -> new SeeOther("/enheten/tiltak").done(ActionsDone.NOTHING);
            case PATIENT -> new GoalEndPage(visit, goal.get(), why, note, Trouble.at("ord", NoPatients.REFUSAL));
            case TOO_LONG ->
                new GoalEndPage(visit, goal.get(), why, note, Trouble.at("ord", "actions.too-long", Goal.LONGEST_NOTE));
        };
    }
}
