package no.samtidig.improvement.web.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.ActionId;
import no.samtidig.improvement.action.Actions;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Obstacle;
import no.samtidig.improvement.coaching.StepDone;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.coaching.TalkId;
import no.samtidig.improvement.coaching.TalkNote;
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

/** One talk: its agenda, and the note that leader and coach both see, write and agree to. */
@Controller
class TalkController {
    private final Journeys journeys;
    private final Coaching coaching;
    private final Actions actions;
    private final PersonNames names;
    private final Clock clock;

    TalkController(Journeys journeys, Coaching coaching, Actions actions, PersonNames names, Clock clock) {
        this.journeys = journeys;
        this.coaching = coaching;
        this.actions = actions;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/enheten/veiledning/{id}")
    Page talk(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = find(visit, id);
        return page(visit, talk, false, TalkPage.Typed.of(talk), CoachingDone.read(done), Trouble.NONE);
    }

    private Talk find(JourneyVisit visit, UUID id) {
        return coaching.find(visit.journey(), new TalkId(id)).orElseThrow(ProblemException::notFound);
    }

    private TalkPage page(
            JourneyVisit visit,
            Talk talk,
            boolean meanwhile,
            TalkPage.Typed typed,
            Optional<CoachingDone> done,
            Trouble trouble) {
        return new TalkPage(
                visit,
                talk,
                before(visit, talk),
                actions.of(visit.journey()),
                names.name(talk.notedBy()),
                meanwhile,
                typed,
                done,
                LocalDate.now(clock),
                trouble);
    }

    private Optional<TalkNote> before(JourneyVisit visit, Talk talk) {
        return coaching.of(visit.journey()).stream()
                .filter(it -> it.number() < talk.number() && it.held())
                .max(Comparator.comparingInt(Talk::number))
                .flatMap(Talk::written);
    }

    @PostMapping("/enheten/veiledning/{id}")
    Reply note(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam("revisjon") int revision,
            @RequestParam(value = "tiltak", defaultValue = "") String action,
            @RequestParam(value = "hindring", defaultValue = "") String obstacle,
            @RequestParam(value = "gjort", defaultValue = "") String stepDone,
            @RequestParam(value = "steg", defaultValue = "") String step) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = find(visit, id);
        TalkPage.Typed typed = new TalkPage.Typed(action, obstacle, stepDone, step);
        TalkPage shown = page(visit, talk, talk.revision() != revision, typed, Optional.empty(), Trouble.NONE);
        if (!shown.writes()) {
            throw ProblemException.notFound();
        }
        Optional<Obstacle> chosen = Obstacle.of(obstacle);
        if (chosen.isEmpty()) {
            return page(
                    visit,
                    talk,
                    shown.meanwhile(),
                    typed,
                    Optional.empty(),
                    Trouble.at("hindring", "talks.flaw.no-obstacle"));
        }
        TalkNote note = new TalkNote(
                action(visit, action), chosen.get(), StepDone.of(stepDone).orElse(null), step);
        return switch (coaching.note(visit.journey(), talk, revision, note, person.account())) {
            case Coaching.Noted.Done _ -> to(visit, talk, CoachingDone.NOTED);
            case Coaching.Noted.Refused(TalkNote.Flaw flaw) ->
                page(
                        visit,
                        talk,
                        shown.meanwhile(),
                        typed,
                        Optional.empty(),
                        Trouble.at(
                                "steg",
                                flaw == TalkNote.Flaw.PATIENT ? NoPatients.REFUSAL : "talks.flaw." + flaw.code(),
                                TalkNote.LONGEST));
            case Coaching.Noted.Meanwhile(Talk now) -> page(visit, now, true, typed, Optional.empty(), Trouble.NONE);
        };
    }

    private @Nullable ActionId action(JourneyVisit visit, String typed) {
        UUID id = TalkForm.id(typed);
        return id == null
                ? null
                : actions.find(visit.journey(), new ActionId(id))
                        .map(Action::id)
                        .orElse(null);
    }

    @PostMapping("/enheten/veiledning/{id}/enig")
    Reply agree(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam("revisjon") int revision) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = find(visit, id);
        boolean agreed = coaching.agree(visit.journey(), talk, revision, visit.part(), person.account());
        return to(visit, talk, agreed ? CoachingDone.AGREED : CoachingDone.NOTHING);
    }

    private static SeeOther to(JourneyVisit visit, Talk talk, CoachingDone done) {
        return new SeeOther(visit.at(CoachingPage.path(talk))).done(done);
    }
}
