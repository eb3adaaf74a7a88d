package no.samtidig.improvement.web.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.ActionId;
import no.samtidig.improvement.action.ActionLook;
import no.samtidig.improvement.action.ActionNote;
import no.samtidig.improvement.action.Actions;
import no.samtidig.improvement.action.Decision;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.action.SignSeen;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One action: its owner tells how it goes, its leader keeps, changes or drops it. */
@Controller
class ActionController {
    private final Journeys journeys;
    private final Goals goals;
    private final Actions actions;
    private final ActionLines lines;
    private final PersonNames people;
    private final FormKeys keys;

    ActionController(
            Journeys journeys, Goals goals, Actions actions, ActionLines lines, PersonNames people, FormKeys keys) {
        this.journeys = journeys;
        this.goals = goals;
        this.actions = actions;
        this.lines = lines;
        this.people = people;
        this.keys = keys;
    }

    @GetMapping("/enheten/tiltak/{id}")
    Page action(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF, Part.COUNCIL);
        Action action = find(visit, id);
        return page(visit, action, ActionPage.Typed.nothing(action.seen()), ActionsDone.read(done), Trouble.NONE);
    }

    private Action find(JourneyVisit visit, UUID id) {
        return actions.find(visit.journey(), new ActionId(id)).orElseThrow(ProblemException::notFound);
    }

    private ActionPage page(
            JourneyVisit visit, Action action, ActionPage.Typed typed, Optional<ActionsDone> done, Trouble trouble) {
        List<ActionNote> notes = actions.notes(action.id());
        List<ActionLook> looks = actions.looks(action.id());
        Map<AccountId, String> names = new HashMap<>();
        notes.forEach(it -> name(names, it.by()));
        looks.forEach(it -> name(names, it.by()));
        Goal goal = goals.find(visit.journey(), action.goal()).orElseThrow();
        return new ActionPage(visit, goal, lines.of(visit, action), notes, looks, names, typed, done, trouble);
    }

    private void name(Map<AccountId, String> names, @Nullable AccountId account) {
        if (account != null) {
            people.name(account).ifPresent(it -> names.put(account, it));
        }
    }

    /** An action of a goal that is alive, in a journey that goes on. */
    private Action going(JourneyVisit visit, UUID id) {
        Action action = find(visit, id);
        if (!visit.journey().stage().alive()
                || goals.find(visit.journey(), action.goal())
                        .filter(Goal::alive)
                        .isEmpty()) {
            throw ProblemException.notFound();
        }
        return action;
    }

    @PostMapping("/enheten/tiltak/{id}/logg")
    Reply log(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "sett", defaultValue = "") String seen,
            @RequestParam(value = "provde", defaultValue = "") String tried,
            @RequestParam(value = "sa", defaultValue = "") String saw,
            @RequestParam(value = "neste", defaultValue = "") String next) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER, Part.STAFF, Part.COUNCIL);
        Action action = going(visit, id);
        if (!Actions.mayLog(visit, action)) {
            throw ProblemException.notFound();
        }
        return keys.once(key, () -> {
            Set<Actions.Flaw> flaws =
                    actions.log(visit.journey(), action.id(), SignSeen.of(seen), tried, saw, next, person.account());
            return flaws.isEmpty()
                    ? to(action, ActionsDone.LOGGED)
                    : page(
                            visit,
                            action,
                            new ActionPage.Typed(seen, tried, saw, next, "", ""),
                            Optional.empty(),
                            trouble(flaws));
        });
    }

    @PostMapping("/enheten/tiltak/{id}/blikk")
    Reply look(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "valg", defaultValue = "") String decision,
            @RequestParam(value = "grunn", defaultValue = "") String reason) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        Action action = going(visit, id);
        Optional<Decision> chosen = Decision.of(decision);
        return keys.once(key, () -> {
            Set<Actions.Flaw> flaws = actions.look(visit.journey(), action.id(), chosen, reason, person.account());
            if (!flaws.isEmpty()) {
                return page(
                        visit,
                        action,
                        new ActionPage.Typed(action.seen().code(), "", "", "", decision, reason),
                        Optional.empty(),
                        trouble(flaws));
            }
            return chosen.filter(it -> it == Decision.CHANGED).isPresent()
                    ? new SeeOther("/enheten/tiltak/" + id + "/endre")
                    : to(action, ActionsDone.LOOKED);
        });
    }

    private static SeeOther to(Action action, ActionsDone done) {
        return new SeeOther("/enheten/tiltak/" + action.id().value()).done(done);
    }

    private static Trouble trouble(Set<Actions.Flaw> flaws) {
        return flaws.stream()
                .map(it -> Trouble.at(it.field(), key(it), ActionNote.LONGEST))
                .reduce(Trouble.NONE, Trouble::and);
    }

    private static String key(Actions.Flaw flaw) {
        return switch (flaw) {
            case NO_SIGN, NO_DECISION, NO_REASON -> "actions.log." + flaw.code();
            case LONG_TRIED, LONG_SAW, LONG_NEXT, LONG_REASON -> "actions.too-long";
            case PATIENT_IN_TRIED, PATIENT_IN_SAW, PATIENT_IN_NEXT, PATIENT_IN_REASON -> NoPatients.REFUSAL;
        };
    }
}
