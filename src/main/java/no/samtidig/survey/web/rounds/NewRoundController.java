package no.samtidig.survey.web.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Questionnaires;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Running;
import no.samtidig.survey.Targeting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making a round. */
@Controller
class NewRoundController {
    private final Running running;
    private final Targeting targeting;
    private final Questionnaires questionnaires;
    private final Clock clock;
    private final FormKeys keys;

    NewRoundController(
            Running running, Targeting targeting, Questionnaires questionnaires, Clock clock, FormKeys keys) {
        this.keys = keys;
        this.running = running;
        this.targeting = targeting;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    @GetMapping("/undersokelser/ny")
    Page form(Visitor visitor, @RequestParam(value = "skjema", defaultValue = "") String questionnaire) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        LocalDate today = LocalDate.now(clock);
        return new RoundFormPage(
                questionnaires.all(),
                targeting.reach(person),
                RoundFormPage.Typed.nothing(questionnaire, today.plusDays(1), today.plusWeeks(3)),
                UUID.randomUUID(),
                Trouble.NONE,
                List.of());
    }

    @PostMapping("/undersokelser/ny")
    Reply make(Visitor visitor, @RequestParam(FormKeys.FIELD) UUID key, RoundForm form) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        return keys.once(key, () -> made(person, key, form));
    }

    private Reply made(Visitor.Person person, UUID key, RoundForm form) {
        Targeting.Reach reach = targeting.reach(person);
        RoundFormPage.Typed typed = form.typed();
        List<String> unknown = new ArrayList<>();
        RoundDraft draft = new RoundDraft(
                typed.name(),
                questionnaires.newest(typed.questionnaire()).orElse(null),
                RoundForm.target(reach, typed, unknown),
                RoundForm.yesOrNo(typed.anonymous()),
                typed.underway(),
                Coded.of(Round.First.class, typed.first()).orElseThrow(ProblemException::notFound),
                RoundForm.date(typed.opens()),
                RoundForm.date(typed.closes()));
        RoundId id = new RoundId(key);
        if (running.exists(id) && running.find(person, id).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!unknown.isEmpty()) {
            Trouble trouble =
                    RoundForm.trouble(draft.flaws(LocalDate.now(clock))).and("enheter", "rounds.flaw.unknown-units");
            return new RoundFormPage(questionnaires.all(), reach, typed, key, trouble, unknown);
        }
        return switch (running.make(person, draft, id)) {
            case Running.Made.Done done -> OneRound.to(done.round(), RoundDone.MADE);
            case Running.Made.Refused refused ->
                new RoundFormPage(
                        questionnaires.all(), reach, typed, key, RoundForm.trouble(refused.flaws()), List.of());
        };
    }
}
