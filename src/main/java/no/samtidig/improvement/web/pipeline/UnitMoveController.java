package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;
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

/** Moving a unit from stage to stage, also to a stop or a no with its reasons. */
@Controller
class UnitMoveController {
    private final Journeys journeys;

    UnitMoveController(Journeys journeys) {
        this.journeys = journeys;
    }

    @GetMapping("/regionen/enheter/{id}/flytt")
    Page look(
            Visitor visitor, @PathVariable("id") String id, @RequestParam(value = "til", defaultValue = "") String to) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = movable(person, id);
        Optional<Stage> stage = Stage.of(to).filter(visit.journey().stage().next()::contains);
        return new MovePage(visit, stage.orElse(null), Set.of(), "", Trouble.NONE);
    }

    private JourneyVisit movable(Visitor.Person person, String id) {
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        if (!visit.journey().stage().alive()) {
            throw ProblemException.notFound();
        }
        return visit;
    }

    @PostMapping("/regionen/enheter/{id}/flytt")
    Reply move(
            Visitor visitor,
            @PathVariable("id") String id,
            @RequestParam(value = "til", defaultValue = "") String to,
            @RequestParam(value = "grunn", defaultValue = "") List<String> reasons,
            @RequestParam(value = "merknad", defaultValue = "") String typed,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, id).as(Part.COACH);
        Journey journey = visit.journey();
        Stage stage = Stage.of(to).orElseThrow(ProblemException::notFound);
        String note = typed.replace("\r\n", "\n").strip();
        Trouble trouble = note.length() > JourneyMove.LONGEST_NOTE
                ? Trouble.at("merknad", "unit-card.too-long", JourneyMove.LONGEST_NOTE, note.length())
                : NoPatients.found(note) ? Trouble.at("merknad", NoPatients.REFUSAL) : Trouble.NONE;
        if (!trouble.any()) {
            List<StopReason> why = reasons.stream()
                    .flatMap(it -> StopReason.of(it).stream())
                    .distinct()
                    .toList();
            trouble = switch (journeys.move(UnitCards.seen(visit, revision), stage, person.account(), why, note)) {
                case DONE -> Trouble.NONE;
                case MEANWHILE -> Trouble.whole("unit-move.meanwhile");
                case NOT_FROM_HERE -> Trouble.whole("unit-move.not-from-here");
                case NO_REASON -> Trouble.at("grunn", "unit-move.reasons.bad");
                case BAD_DAYS -> Trouble.whole("unit-move.meanwhile");
            };
        }
        return trouble.any()
                ? new MovePage(
                        visit,
                        journey.stage().next().contains(stage) ? stage : null,
                        Set.copyOf(reasons),
                        typed,
                        trouble)
                : new SeeOther(CardPage.path(journey)).done(CardDone.MOVED);
    }
}
