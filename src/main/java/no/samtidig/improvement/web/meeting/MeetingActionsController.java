package no.samtidig.improvement.web.meeting;

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
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.ActionDraft;
import no.samtidig.improvement.action.Actions;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.GoalId;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An action that stands ready, taken for a goal in the meeting, with an owner and a day. */
@Controller
class MeetingActionsController {
    private final Journeys journeys;
    private final Goals goals;
    private final Actions actions;
    private final StagePages pages;
    private final StageWork work;
    private final FormKeys keys;

    MeetingActionsController(
            Journeys journeys, Goals goals, Actions actions, StagePages pages, StageWork work, FormKeys keys) {
        this.journeys = journeys;
        this.goals = goals;
        this.actions = actions;
        this.pages = pages;
        this.work = work;
        this.keys = keys;
    }

    @Limited(value = "goal", most = 60)
    @PostMapping("/enheten/mote/{id}/tiltak")
    Reply add(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam("mal") UUID of,
            @RequestParam(value = "forslag", defaultValue = "") String offer,
            @RequestParam(value = "eier", defaultValue = "") String owner,
            @RequestParam(value = "dato", defaultValue = "") String due,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        Goal goal =
                goals.find(visit.journey(), new GoalId(of)).filter(Goal::alive).orElseThrow(ProblemException::notFound);
        return keys.once(key, () -> {
            Optional<StagePage.Ready> taken = taken(work.ready(goal.area(), language), offer);
            ActionDraft draft = new ActionDraft(
                    taken.map(StagePage.Ready::statement).orElse(null),
                    taken.map(it -> it.text().value()).orElse(""),
                    account(owner),
                    owner.equals(StagePage.Plan.EVERYBODY),
                    day(due),
                    taken.map(it -> it.sign().value()).orElse(""));
            return switch (actions.add(visit.journey(), goal.id(), draft, person.account())) {
                case Actions.Kept.Done _ ->
                    new SeeOther(visit.at("/enheten/mote/" + meeting.id().value()))
                            .at("steg-" + step(meeting).code());
                case Actions.Kept.Refused(Set<ActionDraft.Flaw> flaws) ->
                    pages.of(
                            visit,
                            meeting,
                            language,
                            new StagePage.Typed(
                                    "", "", new StagePage.Plan(goal.id().value().toString(), offer, owner, due)),
                            trouble(flaws, goal));
                case Actions.Kept.Meanwhile(Action now) -> throw new IllegalStateException("new: " + now.id());
            };
        });
    }

    private static Programme.Step step(Meeting meeting) {
        return meeting.minutes() == 60 ? Programme.Step.GOALS : Programme.Step.ONE_GOAL;
    }

    private static Trouble trouble(Set<ActionDraft.Flaw> flaws, Goal goal) {
        return flaws.stream()
                .filter(it -> it != ActionDraft.Flaw.NO_SIGN)
                .map(it -> Trouble.at(
                        it.field().isEmpty() ? "" : field(it) + "-" + goal.id().value(),
                        it == ActionDraft.Flaw.PATIENT_IN_WORDS || it == ActionDraft.Flaw.PATIENT_IN_SIGN
                                ? NoPatients.REFUSAL
                                : it == ActionDraft.Flaw.NO_WORDS ? "meeting.action.none" : "actions.flaw." + it.code(),
                        Action.LONGEST))
                .reduce(Trouble.NONE, Trouble::and);
    }

    /** What was offered is chosen in one field, words and sign together. */
    private static String field(ActionDraft.Flaw flaw) {
        return switch (flaw.field()) {
            case "tiltak", "tegn" -> "forslag";
            default -> flaw.field();
        };
    }

    private static Optional<StagePage.Ready> taken(List<StagePage.Ready> ready, String offer) {
        try {
            int at = Integer.parseInt(offer);
            return at >= 0 && at < ready.size() ? Optional.of(ready.get(at)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static @Nullable UUID account(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
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
}
