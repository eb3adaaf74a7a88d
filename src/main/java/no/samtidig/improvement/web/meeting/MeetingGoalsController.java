package no.samtidig.improvement.web.meeting;

import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.action.Occasion;
import no.samtidig.improvement.meeting.Ending;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a results meeting ends in: one to three goals, or the word that the unit chose none. */
@Controller
class MeetingGoalsController {
    private static final String SENTENCE = "mal";
    private static final String AREA = "mal-omrade";

    private final Journeys journeys;
    private final Meetings meetings;
    private final Goals goals;
    private final StagePages pages;
    private final FormKeys keys;

    MeetingGoalsController(Journeys journeys, Meetings meetings, Goals goals, StagePages pages, FormKeys keys) {
        this.journeys = journeys;
        this.meetings = meetings;
        this.goals = goals;
        this.pages = pages;
        this.keys = keys;
    }

    @Limited(value = "goal", most = 60)
    @PostMapping("/enheten/mote/{id}/mal")
    Reply add(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "omrade", defaultValue = "") String area,
            @RequestParam(value = "mal", defaultValue = "") String sentence,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        return keys.once(key, () -> {
            StagePage.Typed typed = new StagePage.Typed(area, sentence);
            StagePage page = pages.of(visit, meeting, language, typed, Trouble.NONE);
            Trouble trouble = page.eligible(area)
                    ? added(goals.add(visit.journey(), area, sentence, person.account()))
                    : Trouble.at(
                            AREA,
                            meeting.declined().filter(area::equals).isPresent()
                                    ? "meeting.goals.declined"
                                    : "meeting.goals.without-votes");
            return trouble.any() ? pages.of(visit, meeting, language, typed, trouble) : step(visit, meeting);
        });
    }

    private static Trouble added(Goals.Added added) {
        return switch (added) {
            case Goals.Added.Done _ -> Trouble.NONE;
            case Goals.Added.OneTooMany _ -> Trouble.at(SENTENCE, "meeting.goals.full");
            case Goals.Added.Refused(var flaws) -> {
                Trouble trouble = Trouble.NONE;
                for (Goals.Flaw flaw : flaws) {
                    trouble = trouble.and(flaw(flaw));
                }
                yield trouble;
            }
        };
    }

    private static Trouble flaw(Goals.Flaw flaw) {
        return switch (flaw) {
            case NO_AREA -> Trouble.at(AREA, "goals.flaw.no-area");
            case NO_SENTENCE -> Trouble.at(SENTENCE, "goals.flaw.no-sentence");
            case LONG_SENTENCE -> Trouble.at(SENTENCE, "goals.flaw.long-sentence", Goal.LONGEST);
            case PATIENT -> Trouble.at(SENTENCE, NoPatients.REFUSAL);
            case ENDED -> Trouble.whole("goals.flaw.ended");
        };
    }

    private static SeeOther step(JourneyVisit visit, Meeting meeting) {
        Programme.Step goals = meeting.minutes() == 60 ? Programme.Step.GOALS : Programme.Step.ONE_GOAL;
        return new SeeOther(visit.at("/enheten/mote/" + meeting.id().value())).at("steg-" + goals.code());
    }

    /** That none were chosen is noted for the round the meeting was about; one that was met about late says it by the meeting alone. */
    private void end(JourneyVisit visit, Meeting meeting, Ending ending, AccountId by) {
        Occasion occasion = goals.occasion(visit.journey());
        if (meeting.open() && ending == Ending.NONE && occasion.months() == meeting.month()) {
            goals.none(visit.journey(), occasion, by);
        }
        meetings.end(visit.journey(), meeting, ending, by);
    }

    @PostMapping("/enheten/mote/{id}/slutt")
    Reply end(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            @RequestParam(value = "utfall", defaultValue = "") String how,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        StagePage page =
                pages.of(visit, meeting, language, StagePage.Typed.NOTHING, Trouble.at("utfall", "meeting.end.how"));
        Optional<Ending> ending = page.work().chosen() ? Optional.of(Ending.CHOSEN) : Ending.of(how);
        if (meeting.open() && ending.filter(page.endings()::contains).isEmpty()) {
            return page;
        }
        ending.ifPresent(it -> end(visit, meeting, it, person.account()));
        Programme.Step end = meeting.minutes() == 60 ? Programme.Step.END : Programme.Step.SHORT_END;
        return new SeeOther(visit.at("/enheten/mote/" + meeting.id().value())).at("steg-" + end.code());
    }
}
