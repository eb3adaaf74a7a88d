package no.samtidig.improvement.web.gap;

import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Limited;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a leader does with one GAP round. */
@Controller
class GapRoundController {
    private final Journeys journeys;
    private final GapRounds gap;
    private final Running running;
    private final Mailing mailing;

    GapRoundController(Journeys journeys, GapRounds gap, Running running, Mailing mailing) {
        this.journeys = journeys;
        this.gap = gap;
        this.running = running;
        this.mailing = mailing;
    }

    private JourneyVisit leader(Visitor.Person person) {
        return journeys.visit(person, null).as(Part.LEADER);
    }

    private GapRound known(JourneyVisit visit, UUID id) {
        return gap.find(visit.journey(), new RoundId(id)).orElseThrow(ProblemException::notFound);
    }

    private Round round(JourneyVisit visit, UUID id) {
        return running.find(visit.person(), GapRounds.PURPOSE, known(visit, id).id())
                .orElseThrow(ProblemException::notFound)
                .round();
    }

    private static SeeOther back(JourneyVisit visit, GapDone done) {
        return new SeeOther(visit.at(GapPage.PATH)).done(done);
    }

    @Limited(value = "gap-round", most = 30)
    @PostMapping("/enheten/gap/{id}/apne")
    Reply open(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        return back(
                visit,
                switch (running.go(person, round(visit, id))) {
                    case OPENED -> GapDone.OPENED;
                    case WAITS -> GapDone.PLANNED;
                    case ALREADY -> GapDone.NOTHING;
                    case TOO_LATE -> GapDone.TOO_LATE;
                    case NOBODY -> GapDone.NOBODY;
                });
    }

    @PostMapping("/enheten/gap/{id}/vent")
    Reply hold(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        running.hold(person, round(visit, id));
        return back(visit, GapDone.HELD);
    }

    @Limited(value = "gap-round", most = 30)
    @PostMapping("/enheten/gap/{id}/paminn")
    Reply remind(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("steg") int step) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        return back(
                visit,
                switch (mailing.remind(person, round(visit, id), step)) {
                    case ASKED -> GapDone.REMINDED;
                    case ALREADY -> GapDone.NOTHING;
                    case NOT_NOW -> GapDone.NOT_NOW;
                });
    }

    @PostMapping("/enheten/gap/{id}/lukk")
    Reply close(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        return back(visit, running.close(person, round(visit, id)) ? GapDone.CLOSED : GapDone.NOTHING);
    }

    @PostMapping("/enheten/gap/{id}/slett")
    Reply remove(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = leader(person);
        round(visit, id);
        return back(visit, gap.remove(visit, known(visit, id)) ? GapDone.REMOVED : GapDone.NOTHING);
    }
}
