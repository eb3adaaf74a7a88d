package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tickets on paper: making, printing and taking back what was printed together. */
@Controller
class RoundPaperController {
    private final Running running;
    private final Recipients recipients;
    private final PaperTickets paper;
    private final PublicAddress address;
    private final FormKeys keys;

    RoundPaperController(
            Running running, Recipients recipients, PaperTickets paper, PublicAddress address, FormKeys keys) {
        this.keys = keys;
        this.running = running;
        this.recipients = recipients;
        this.paper = paper;
        this.address = address;
    }

    @GetMapping("/undersokelser/{id}/ark")
    Page paper(Visitor visitor, Language language, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        List<Unit> units = recipients.units(round.target());
        return paperForm(
                round,
                units,
                new RoundPaperPage.Typed(
                        units.size() == 1 ? units.getFirst().path().value() : "",
                        "10",
                        language == Language.NN ? Language.NN : Language.NB),
                UUID.randomUUID(),
                Trouble.NONE);
    }

    private Page paperForm(Round round, List<Unit> units, RoundPaperPage.Typed typed, UUID key, Trouble trouble) {
        return new RoundPaperPage(round, units, paper.sheets(round), typed, key, trouble);
    }

    @PostMapping("/undersokelser/{id}/ark")
    Reply print(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam("nokkel") UUID key,
            @RequestParam(value = "enhet", defaultValue = "") String at,
            @RequestParam(value = "antall", defaultValue = "") String typedCount,
            @RequestParam(value = "sprak", defaultValue = "nb") String typedLanguage) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        List<Unit> units = recipients.units(round.target());
        Language language =
                Language.of(typedLanguage).filter(it -> it != Language.EN).orElseThrow(ProblemException::notFound);
        RoundPaperPage.Typed typed = new RoundPaperPage.Typed(at, typedCount, language);
        int count = typedCount.strip().matches("\\d{1,4}") ? Integer.parseInt(typedCount.strip()) : 0;
        Trouble trouble = at.isEmpty() ? Trouble.at("enhet", "rounds.paper.trouble.no-unit") : Trouble.NONE;
        if (count < 1 || count > PaperTickets.MOST) {
            trouble = trouble.and("antall", "rounds.paper.trouble.count", PaperTickets.MOST);
        }
        if (trouble.any()) {
            return paperForm(round, units, typed, key, trouble);
        }
        Unit unit = units.stream()
                .filter(it -> it.path().value().equals(at))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return keys.once(
                key,
                () -> paper.make(person, round, key, unit, language, count)
                        ? new SeeOther(OneRound.path(round.id()) + "/ark/" + key)
                        : OneRound.to(round.id(), RoundDone.NOTHING));
    }

    @GetMapping("/undersokelser/{id}/ark/{sheet}")
    Page sheet(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("sheet") UUID sheet) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        PaperTickets.Sheet found = paper.sheet(round, sheet).orElseThrow(ProblemException::notFound);
        return new RoundSheetPage(round, found, paper.slips(round, found), RoundSheetPage.shown(address));
    }

    @PostMapping("/undersokelser/{id}/ark/{sheet}/trekk")
    Reply withdrawSheet(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("sheet") UUID sheet) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        paper.withdraw(person, round, sheet);
        return new SeeOther(OneRound.path(round.id()) + "/ark");
    }
}
