package no.samtidig.improvement.web.steering;

import java.time.Clock;
import java.time.LocalDate;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.agreement.Agreements;
import no.samtidig.improvement.agreement.LeaderChange;
import no.samtidig.improvement.agreement.LeaderChanges;
import no.samtidig.platform.Language;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another leader, and another coach. */
@Controller
class LeaderChangeController {
    private final Journeys journeys;
    private final LeaderChanges changes;
    private final Agreements agreements;
    private final ObjectProvider<JourneyPart> parts;
    private final Clock clock;

    LeaderChangeController(
            Journeys journeys,
            LeaderChanges changes,
            Agreements agreements,
            ObjectProvider<JourneyPart> parts,
            Clock clock) {
        this.journeys = journeys;
        this.changes = changes;
        this.agreements = agreements;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/enheten/ny-leder")
    Reply change(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return visit.journey().stage().alive() ? page(visit, language, Trouble.NONE) : Steered.to(visit, "meanwhile");
    }

    @PostMapping("/enheten/ny-leder")
    Reply begin(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return switch (changes.begin(visit)) {
            case DONE -> Steered.to(visit, "leader-changed");
            case MEANWHILE, NOT_YOURS -> Steered.to(visit, "meanwhile");
        };
    }

    @PostMapping("/enheten/ny-leder/svar")
    Reply answer(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "versjon", defaultValue = "0") int version,
            @RequestParam(value = "svar", defaultValue = "") String answer) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER);
        return Coded.of(LeaderChange.Answer.class, answer)
                .<Reply>map(it -> answered(visit, it, version))
                .orElseGet(() -> page(visit, language, Trouble.at("svar", "leader-change.trouble.none")));
    }

    private Reply answered(JourneyVisit visit, LeaderChange.Answer answer, int version) {
        return switch (changes.answer(visit, answer, version)) {
            case DONE ->
                answer == LeaderChange.Answer.CHANGES
                        ? new SeeOther("/enheten/avtale/endre")
                        : Steered.to(visit, "answered");
            case MEANWHILE, NOT_YOURS -> Steered.to(visit, "meanwhile");
        };
    }

    @GetMapping("/enheten/veileder")
    Reply coach(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, which).as(Part.COACH);
        return new CoachPage(visit);
    }

    @PostMapping("/enheten/veileder")
    Reply takeOver(
            Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        JourneyVisit visit = journeys.visit(person, which).as(Part.COACH);
        return switch (changes.takeOver(visit)) {
            case DONE -> Steered.to(visit, "taken-over");
            case MEANWHILE, NOT_YOURS -> Steered.to(visit, "meanwhile");
        };
    }

    private LeaderChangePage page(JourneyVisit visit, Language language, Trouble trouble) {
        return new LeaderChangePage(
                visit,
                changes.waiting(visit.journey()),
                agreements.of(visit.journey()),
                journeys.moves(visit.journey()),
                parts.orderedStream()
                        .flatMap(it -> it.section(visit, language).stream())
                        .toList(),
                LocalDate.now(clock),
                trouble);
    }
}
