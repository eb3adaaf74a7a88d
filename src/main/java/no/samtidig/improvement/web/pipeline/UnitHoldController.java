package no.samtidig.improvement.web.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.pipeline.UnitCards;
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

/** Putting a unit on hold, and taking it off again. */
@Controller
class UnitHoldController {
    private static final int USUAL_WEEKS = 4;

    private final Journeys journeys;
    private final UnitCards cards;
    private final Clock clock;

    UnitHoldController(Journeys journeys, UnitCards cards, Clock clock) {
        this.journeys = journeys;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/regionen/enheter/{id}/vent")
    Page form(Visitor visitor, @PathVariable("id") String id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = alive(person, id);
        LocalDate today = LocalDate.now(clock);
        Optional<Journey.Hold> hold = visit.journey().holding(today);
        return new HoldPage(
                visit,
                hold.map(Journey.Hold::until)
                        .orElse(today.plusWeeks(USUAL_WEEKS))
                        .toString(),
                hold.map(it -> it.reason().code()).orElse(""),
                hold.isPresent(),
                Trouble.NONE);
    }

    private JourneyVisit alive(Visitor.Person person, String id) {
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        if (!visit.journey().stage().alive()) {
            throw ProblemException.notFound();
        }
        return visit;
    }

    @PostMapping("/regionen/enheter/{id}/vent")
    Reply hold(
            Visitor visitor,
            @PathVariable("id") String id,
            @RequestParam(value = "til", defaultValue = "") String until,
            @RequestParam(value = "grunn", defaultValue = "") String typed,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = alive(person, id);
        LocalDate today = LocalDate.now(clock);
        Optional<Journey.Hold> now = visit.journey().holding(today);
        Optional<LocalDate> day = UnitCardController.day(until).filter(it -> it.isAfter(today));
        Optional<HoldReason> reason = HoldReason.of(typed);
        Trouble trouble = day.isEmpty() ? badDays() : Trouble.NONE;
        if (reason.isEmpty()) {
            trouble = trouble.and("grunn", "unit-hold.reason.none");
        }
        if (!trouble.any()) {
            LocalDate from = now.map(Journey.Hold::from).orElse(today);
            trouble = switch (cards.hold(
                    visit, new Journey.Hold(from, day.orElseThrow(), reason.orElseThrow()), revision)) {
                case DONE -> Trouble.NONE;
                case BAD_DAYS -> badDays();
                case MEANWHILE, NOT_FROM_HERE, NO_REASON -> Trouble.whole("unit-move.meanwhile");
            };
        }
        return trouble.any()
                ? new HoldPage(visit, until, typed, now.isPresent(), trouble)
                : new SeeOther(CardPage.path(visit.journey())).done(CardDone.HELD);
    }

    private static Trouble badDays() {
        return Trouble.at("til", "unit-hold.days.bad", Journey.LONGEST_HOLD_WEEKS);
    }

    @PostMapping("/regionen/enheter/{id}/vent/slutt")
    Reply end(
            Visitor visitor,
            @PathVariable("id") String id,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = alive(person, id);
        return switch (cards.hold(visit, null, revision)) {
            case DONE -> new SeeOther(CardPage.path(visit.journey())).done(CardDone.GOES_ON);
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS ->
                new HoldPage(
                        visit,
                        visit.journey()
                                .holding(LocalDate.now(clock))
                                .map(it -> it.until().toString())
                                .orElse(""),
                        "",
                        true,
                        Trouble.whole("unit-move.meanwhile"));
        };
    }
}
