package no.samtidig.improvement.web.action;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.ActionDraft;
import no.samtidig.improvement.action.ActionId;
import no.samtidig.improvement.action.Actions;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.GoalId;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.action.ReadyActions;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing and changing an action, by the leader. */
@Controller
class ActionFormController {
    /** An action is proposed to be done in so many weeks. */
    private static final int WEEKS = 4;

    private final Journeys journeys;
    private final Goals goals;
    private final Actions actions;
    private final ActionLines lines;
    private final ObjectProvider<ReadyActions> ready;
    private final PersonNames people;
    private final FormKeys keys;
    private final Clock clock;

    ActionFormController(
            Journeys journeys,
            Goals goals,
            Actions actions,
            ActionLines lines,
            ObjectProvider<ReadyActions> ready,
            PersonNames people,
            FormKeys keys,
            Clock clock) {
        this.journeys = journeys;
        this.goals = goals;
        this.actions = actions;
        this.lines = lines;
        this.ready = ready;
        this.people = people;
        this.keys = keys;
        this.clock = clock;
    }

    private JourneyVisit leader(Visitor.Person person) {
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        if (!visit.journey().stage().alive()) {
            throw ProblemException.notFound();
        }
        return visit;
    }

    private Goal goal(JourneyVisit visit, UUID id) {
        return goals.find(visit.journey(), new GoalId(id)).orElseThrow(ProblemException::notFound);
    }

    private List<ReadyActions.Ready> offered(Goal goal, Language language) {
        return Optional.ofNullable(ready.getIfAvailable())
                .map(it -> it.in(goal.area(), language))
                .orElse(List.of());
    }

    @GetMapping("/enheten/tiltak/ny")
    Page form(
            Visitor visitor,
            Language language,
            @RequestParam("mal") UUID in,
            @RequestParam(value = "forslag", defaultValue = "-1") int offer) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        Goal goal = goal(visit, in);
        if (!goal.alive()) {
            throw ProblemException.notFound();
        }
        List<ReadyActions.Ready> offered = offered(goal, language);
        Optional<ReadyActions.Ready> taken =
                offer >= 0 && offer < offered.size() ? Optional.of(offered.get(offer)) : Optional.empty();
        return page(
                visit,
                goal,
                offered,
                new ActionFormPage.Typed(
                        taken.map(ReadyActions.Ready::statement).orElse(""),
                        taken.map(ReadyActions.Ready::words).orElse(""),
                        "",
                        LocalDate.now(clock).plusWeeks(WEEKS).toString(),
                        taken.map(ReadyActions.Ready::sign).orElse("")),
                Trouble.NONE);
    }

    private ActionFormPage page(
            JourneyVisit visit,
            Goal goal,
            List<ReadyActions.Ready> offered,
            ActionFormPage.Typed typed,
            Trouble trouble) {
        return new ActionFormPage(
                visit,
                goal,
                Optional.empty(),
                false,
                Optional.empty(),
                offered,
                actions.owners(visit.journey()),
                typed,
                trouble);
    }

    @PostMapping("/enheten/tiltak/ny")
    Reply add(
            Visitor visitor,
            Language language,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam("mal") UUID in,
            @RequestParam(value = "utsagn", defaultValue = "") String statement,
            ActionForm form) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        Goal goal = goal(visit, in);
        List<ReadyActions.Ready> offered = offered(goal, language);
        boolean known = offered.stream().anyMatch(it -> it.statement().equals(statement));
        ActionFormPage.Typed typed = form.typed(known ? statement : "");
        return keys.once(key, () -> switch (actions.add(visit.journey(), goal.id(), draft(typed), person.account())) {
            case Actions.Kept.Done(ActionId _) ->
                new SeeOther("/enheten/tiltak")
                        .done(ActionsDone.ADDED)
                        .at("mal-" + goal.id().value());
            case Actions.Kept.Refused(Set<ActionDraft.Flaw> flaws) -> page(visit, goal, offered, typed, trouble(flaws));
            case Actions.Kept.Meanwhile(Action now) -> throw new IllegalStateException("new: " + now.id());
        });
    }

    @GetMapping("/enheten/tiltak/{id}/endre")
    Page change(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        Action action = find(visit, id);
        return changing(visit, action, false, typed(action), Trouble.NONE);
    }

    private Action find(JourneyVisit visit, UUID id) {
        return actions.find(visit.journey(), new ActionId(id))
                .filter(it -> it.dropped() == null)
                .filter(it -> goal(visit, it.goal().value()).alive())
                .orElseThrow(ProblemException::notFound);
    }

    private static ActionFormPage.Typed typed(Action it) {
        return new ActionFormPage.Typed(
                it.statement() == null ? "" : it.statement(),
                it.words(),
                it.everybody()
                        ? ActionFormPage.EVERYBODY
                        : it.owner() == null ? "" : it.owner().value().toString(),
                it.due().toString(),
                it.sign());
    }

    private ActionFormPage changing(
            JourneyVisit visit, Action now, boolean meanwhile, ActionFormPage.Typed typed, Trouble trouble) {
        return new ActionFormPage(
                visit,
                goal(visit, now.goal().value()),
                Optional.of(lines.of(visit, now)),
                meanwhile,
                people.name(now.changedBy()),
                List.of(),
                actions.owners(visit.journey()),
                typed,
                trouble);
    }

    @PostMapping("/enheten/tiltak/{id}/endre")
    Reply keep(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("revisjon") int revision, ActionForm form) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        Action before = find(visit, id);
        ActionFormPage.Typed typed = form.typed(before.statement() == null ? "" : before.statement());
        return switch (actions.change(visit.journey(), before, revision, draft(typed), person.account())) {
            case Actions.Kept.Done(ActionId kept) ->
                new SeeOther("/enheten/tiltak/" + kept.value()).done(ActionsDone.CHANGED);
            case Actions.Kept.Refused(Set<ActionDraft.Flaw> flaws) ->
                changing(visit, before, before.revision() != revision, typed, trouble(flaws));
            case Actions.Kept.Meanwhile(Action now) -> changing(visit, now, true, typed, Trouble.NONE);
        };
    }

    /** What was filled in; an owner that no form of ours offers is none. */
    private static ActionDraft draft(ActionFormPage.Typed typed) {
        boolean everybody = typed.owner().equals(ActionFormPage.EVERYBODY);
        return new ActionDraft(
                typed.statement().isEmpty() ? null : typed.statement(),
                typed.words(),
                everybody ? null : account(typed.owner()),
                everybody,
                day(typed.due()),
                typed.sign());
    }

    private static @Nullable UUID account(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static Trouble trouble(Set<ActionDraft.Flaw> flaws) {
        return flaws.stream()
                .map(it -> Trouble.at(
                        it.field(),
                        it == ActionDraft.Flaw.PATIENT_IN_WORDS || it == ActionDraft.Flaw.PATIENT_IN_SIGN
                                ? NoPatients.REFUSAL
                                : "actions.flaw." + it.code(),
                        Action.LONGEST))
                .reduce(Trouble.NONE, Trouble::and)
                .inOrder(List.of("", "tiltak", "eier", "dato", "tegn"));
    }
}
