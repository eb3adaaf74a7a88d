package no.samtidig.improvement.web.gap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.gap.LeaderAnswers;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.web.ItemView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A leader's own answers. Other leaders, the coach and the staff have no way here. */
@Controller
class LeaderAnswersController {
    private final Journeys journeys;
    private final GapRounds gap;
    private final LeaderAnswers leaders;

    LeaderAnswersController(Journeys journeys, GapRounds gap, LeaderAnswers leaders) {
        this.journeys = journeys;
        this.gap = gap;
        this.leaders = leaders;
    }

    @GetMapping("/enheten/gap/leder")
    Page form(Visitor visitor, @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        return page(visit, gap.current(visit.journey()).map(round -> asked(visit, round)), KeptDone.of(done));
    }

    private LeaderAnswersPage.Asked asked(JourneyVisit visit, GapRound round) {
        LeaderAnswers.Own own = leaders.own(visit.person().account(), round);
        return new LeaderAnswersPage.Asked(
                round, gap.leader(round), own.answers(), own.exists(), own.shown(), own.revision(), Optional.empty());
    }

    private static LeaderAnswersPage page(
            JourneyVisit visit, Optional<LeaderAnswersPage.Asked> asked, @Nullable KeptDone done) {
        return new LeaderAnswersPage(
                visit, visit.person().acting().role().permissions().contains(Permission.SEE_COMPLETION), asked, done);
    }

    @PostMapping("/enheten/gap/leder")
    Reply keep(
            Visitor visitor,
            @RequestParam(value = "revisjon", defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> form) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        GapRound round = gap.current(visit.journey()).orElseThrow(ProblemException::notFound);
        Questionnaire questionnaire = gap.leader(round);
        Questionnaire.Filled filled = questionnaire.fill(typed(questionnaire, form));
        if (!filled.faults().isEmpty()) {
            throw ProblemException.notFound(); // no form of ours sends a value that is none
        }
        if (!round.settled() && leaders.keep(visit, round, filled.answers(), revision)) {
            return new SeeOther(LeaderAnswersPage.PATH).done(KeptDone.KEPT);
        }
        LeaderAnswersPage.Asked kept = asked(visit, round);
        return page(
                visit,
                Optional.of(new LeaderAnswersPage.Asked(
                        round,
                        questionnaire,
                        filled.answers(),
                        true,
                        kept.shown(),
                        kept.revision(),
                        Optional.of(kept.given()))),
                null);
    }

    private static Answers typed(Questionnaire questionnaire, MultiValueMap<String, String> form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        questionnaire.questions().stream().flatMap(it -> it.keys().stream()).forEach(key -> {
            List<String> sent = form.getOrDefault(ItemView.field(key), List.of());
            if (!sent.isEmpty()) {
                values.put(key, sent);
            }
        });
        return new Answers(values);
    }

    @PostMapping("/enheten/gap/leder/vis")
    Reply show(Visitor visitor, @RequestParam(value = "vis", defaultValue = "nei") String show) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, null).as(Part.LEADER);
        GapRound round = gap.current(visit.journey()).orElseThrow(ProblemException::notFound);
        boolean shown = show.equals("ja");
        leaders.show(visit, round, shown);
        return new SeeOther(LeaderAnswersPage.PATH).done(shown ? KeptDone.SHOWN : KeptDone.HIDDEN);
    }
}
