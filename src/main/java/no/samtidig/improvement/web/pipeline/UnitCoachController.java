package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.pipeline.UnitCards;
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

/** Who follows a unit; and beginning anew with one whose journey has ended. */
@Controller
class UnitCoachController {
    private final Journeys journeys;
    private final UnitCards cards;
    private final FormKeys keys;

    UnitCoachController(Journeys journeys, UnitCards cards, FormKeys keys) {
        this.journeys = journeys;
        this.cards = cards;
        this.keys = keys;
    }

    @GetMapping("/regionen/enheter/{id}/veileder")
    Page form(Visitor visitor, @PathVariable("id") String id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = visit(person, id, true);
        return new CoachPage(visit, cards.coaches(visit), Trouble.NONE);
    }

    private JourneyVisit visit(Visitor.Person person, String id, boolean alive) {
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        if (visit.journey().stage().alive() != alive) {
            throw ProblemException.notFound();
        }
        return visit;
    }

    @PostMapping("/regionen/enheter/{id}/veileder")
    Reply change(
            Visitor visitor,
            @PathVariable("id") String id,
            @RequestParam(value = "veileder", defaultValue = "") String chosen,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = visit(person, id, true);
        List<UnitCards.Coach> coaches = cards.coaches(visit);
        Optional<AccountId> coach = coaches.stream()
                .map(UnitCards.Coach::account)
                .filter(it -> it.value().toString().equals(chosen))
                .findFirst();
        if (coach.isEmpty()) {
            return new CoachPage(visit, coaches, Trouble.at("veileder", "unit-coach.none"));
        }
        return switch (cards.coach(visit, coach.get(), revision)) {
            case DONE -> new SeeOther(CardPage.path(visit.journey())).done(CardDone.COACH);
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS ->
                new CoachPage(visit, coaches, Trouble.whole("unit-move.meanwhile"));
        };
    }

    @GetMapping("/regionen/enheter/{id}/nytt")
    Page restart(Visitor visitor, @PathVariable("id") String id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return new RestartPage(visit(person, id, false), Trouble.NONE);
    }

    @PostMapping("/regionen/enheter/{id}/nytt")
    Reply begin(Visitor visitor, @PathVariable("id") String id, @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = visit(person, id, false);
        return keys.once(key, () -> {
            Optional<JourneyId> begun = journeys.begin(
                    visit.journey().unit(), person.account(), visit.journey().id());
            return begun.isPresent()
                    ? new SeeOther(PipelineSearch.LIST + "/" + begun.get().value()).done(CardDone.RESTARTED)
                    : new RestartPage(visit, Trouble.whole("unit-restart.alive"));
        });
    }
}
