package no.samtidig.improvement.web.gap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.gap.CouncilAnswers;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The user council's answers, written by the lived-experience consultant of the unit, or by the leader for the council. */
@Controller
class CouncilAnswersController {
    private static final String FIELD = "rad.";

    private final Journeys journeys;
    private final GapRounds gap;
    private final CouncilAnswers council;
    private final Instrument instrument;

    CouncilAnswersController(Journeys journeys, GapRounds gap, CouncilAnswers council, Instrument instrument) {
        this.journeys = journeys;
        this.gap = gap;
        this.council = council;
        this.instrument = instrument;
    }

    @GetMapping("/enheten/gap/brukerrad")
    Page form(Visitor visitor, @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.COUNCIL, Part.LEADER);
        Optional<GapRound> round = gap.current(visit.journey());
        Optional<CouncilAnswers.Given> given = round.flatMap(council::of);
        Map<String, String> chosen = new LinkedHashMap<>();
        given.ifPresent(it -> it.chosen().forEach((item, answer) -> chosen.put(item.id(), answer.id())));
        return page(visit, round, chosen, given, false, KeptDone.of(done));
    }

    private CouncilAnswersPage page(
            JourneyVisit visit,
            Optional<GapRound> round,
            Map<String, String> chosen,
            Optional<CouncilAnswers.Given> given,
            boolean meanwhile,
            @Nullable KeptDone done) {
        return new CouncilAnswersPage(
                visit,
                visit.person().acting().role().permissions().contains(Permission.SEE_COMPLETION),
                instrument.council(),
                round,
                chosen,
                given,
                meanwhile,
                done);
    }

    @PostMapping("/enheten/gap/brukerrad")
    Reply keep(
            Visitor visitor,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> form) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.COUNCIL, Part.LEADER);
        GapRound round = gap.current(visit.journey()).orElseThrow(ProblemException::notFound);
        Map<String, String> chosen = new LinkedHashMap<>();
        instrument.council().items().forEach(it -> {
            String answer = form.getFirst(FIELD + it.id());
            if (answer != null && !answer.isEmpty()) {
                chosen.put(it.id(), answer);
            }
        });
        return !round.settled() && council.keep(visit, round, chosen, revision)
                ? new SeeOther(CouncilAnswersPage.PATH).done(KeptDone.KEPT)
                : page(visit, Optional.of(round), chosen, council.of(round), true, null);
    }
}
