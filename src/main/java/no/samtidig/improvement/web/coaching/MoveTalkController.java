package no.samtidig.improvement.web.coaching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.coaching.CancelledBy;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.coaching.TalkId;
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

/** Moving and cancelling a talk, by the leader or the coach. */
@Controller
class MoveTalkController {
    private final Journeys journeys;
    private final Coaching coaching;

    MoveTalkController(Journeys journeys, Coaching coaching) {
        this.journeys = journeys;
        this.coaching = coaching;
    }

    private Talk planned(JourneyVisit visit, UUID id) {
        return coaching.find(visit.journey(), new TalkId(id))
                .filter(it -> it.planned() && visit.journey().stage().alive())
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/enheten/veiledning/{id}/flytt")
    Page form(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return page(visit, planned(visit, id), false, Trouble.NONE);
    }

    private static MoveTalkPage page(JourneyVisit visit, Talk talk, boolean meanwhile, Trouble trouble) {
        return new MoveTalkPage(
                visit, talk, talk.day().toString(), talk.starts().toString(), "", meanwhile, trouble);
    }

    @PostMapping("/enheten/veiledning/{id}/flytt")
    Reply move(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam("revisjon") int revision,
            @RequestParam(value = "dag", defaultValue = "") String day,
            @RequestParam(value = "tid", defaultValue = "") String starts) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = planned(visit, id);
        Optional<LocalDate> to = TalkForm.day(day);
        Optional<LocalTime> at = TalkForm.time(starts);
        if (to.isEmpty() || at.isEmpty()) {
            Trouble trouble = to.isEmpty() ? Trouble.at("dag", "talks.flaw.bad-day") : Trouble.NONE;
            return new MoveTalkPage(
                    visit,
                    talk,
                    day,
                    starts,
                    "",
                    false,
                    at.isEmpty() ? trouble.and("tid", "talks.flaw.bad-time") : trouble);
        }
        return switch (coaching.move(visit.journey(), talk, revision, to.get(), at.get(), person.account())) {
            case DONE -> new SeeOther(visit.at(CoachingPage.path(talk))).done(CoachingDone.MOVED);
            case BAD_DAY ->
                new MoveTalkPage(visit, talk, day, starts, "", false, Trouble.at("dag", "talks.flaw.bad-day"));
            case MEANWHILE -> new MoveTalkPage(visit, talk, day, starts, "", true, Trouble.NONE);
            case ALREADY, NOT_NOW -> new SeeOther(visit.at("/enheten/veiledning")).done(CoachingDone.NOTHING);
        };
    }

    @PostMapping("/enheten/veiledning/{id}/avlys")
    Reply cancel(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam("revisjon") int revision,
            @RequestParam(value = "hvem", defaultValue = "") String who) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = planned(visit, id);
        Optional<CancelledBy> by = CancelledBy.of(who);
        if (by.isEmpty()) {
            return page(visit, talk, false, Trouble.at("hvem", "talks.flaw.no-who"));
        }
        return switch (coaching.cancel(visit.journey(), talk, revision, by.get(), person.account())) {
            case DONE -> new SeeOther(visit.at("/enheten/veiledning")).done(CoachingDone.CANCELLED);
            case MEANWHILE -> page(visit, talk, true, Trouble.NONE);
            case ALREADY, NOT_NOW, BAD_DAY -> new SeeOther(visit.at("/enheten/veiledning")).done(CoachingDone.NOTHING);
        };
    }
}
