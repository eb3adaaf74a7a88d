package no.samtidig.improvement.web.agreement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Agreements;
import no.samtidig.improvement.agreement.AnchorPoint;
import no.samtidig.improvement.agreement.Clauses;
import no.samtidig.improvement.agreement.LeaderChanges;
import no.samtidig.improvement.agreement.Side;
import no.samtidig.improvement.agreement.UnitSize;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.platform.Page;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.code.Coded;
import no.samtidig.survey.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agreement: read by all of the unit, agreed by its leader and its regional contact. */
@Controller
class AgreementController {
    static final String PATH = "/enheten/avtale";

    private final Journeys journeys;
    private final Agreements agreements;
    private final Clauses clauses;
    private final LeaderChanges changes;
    private final UnitSize size;
    private final GapRounds rounds;
    private final Signers signers;

    AgreementController(
            Journeys journeys,
            Agreements agreements,
            Clauses clauses,
            LeaderChanges changes,
            UnitSize size,
            GapRounds rounds,
            Signers signers) {
        this.journeys = journeys;
        this.agreements = agreements;
        this.clauses = clauses;
        this.changes = changes;
        this.size = size;
        this.rounds = rounds;
        this.signers = signers;
    }

    @GetMapping("/enheten/avtale")
    Page agreement(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which);
        Optional<Agreement> agreement = agreements.of(visit.journey());
        Map<Side, Signature> yes = new EnumMap<>(Side.class);
        Map<AnchorPoint, Signature> ticked = new EnumMap<>(AnchorPoint.class);
        agreement.ifPresent(it -> {
            for (Side side : Side.values()) {
                signers.of(it, side).ifPresent(signature -> yes.put(side, signature));
            }
            it.ticked().forEach((point, tick) -> ticked.put(point, new Signature(signers.name(tick.by()), tick.day())));
        });
        return new AgreementPage(
                visit,
                agreement,
                agreement.map(it -> it.version().clauses()).orElseGet(clauses::all),
                agreement.map(it -> it.version().text().staff()).orElseGet(() -> size.of(visit.journey())),
                yes,
                ticked,
                agreements.made(visit.journey()),
                changes.waiting(visit.journey()),
                rounds.current(visit.journey())
                        .filter(it -> it.state() == Round.State.OPEN)
                        .map(GapRound::closes),
                AgreementDone.of(done));
    }

    @PostMapping("/enheten/avtale/ja")
    SeeOther accept(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "versjon", defaultValue = "0") int version) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        AgreementDone done =
                switch (agreements.accept(visit, version)) {
                    case DONE, ALREADY ->
                        agreements.of(visit.journey()).filter(Agreement::agreed).isPresent()
                                ? AgreementDone.AGREED
                                : AgreementDone.ACCEPTED;
                    case MEANWHILE, NOT_YOURS -> AgreementDone.MEANWHILE;
                    case NOT_WHOLE -> AgreementDone.NOT_WHOLE;
                };
        return new SeeOther(visit.at(PATH)).done(done);
    }

    @PostMapping("/enheten/avtale/trekk")
    SeeOther withdraw(
            Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        agreements.withdraw(visit);
        return new SeeOther(visit.at(PATH)).done(AgreementDone.WITHDRAWN);
    }

    @PostMapping("/enheten/avtale/sjekkliste")
    SeeOther tick(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "vist", defaultValue = "") List<String> shown,
            @RequestParam(value = "punkt", defaultValue = "") List<String> ticked) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        agreements.tick(visit, points(shown), points(ticked));
        return new SeeOther(visit.at(PATH)).done(AgreementDone.TICKED).at("sjekkliste");
    }

    private static Set<AnchorPoint> points(List<String> codes) {
        return codes.stream()
                .flatMap(it -> Coded.of(AnchorPoint.class, it).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AnchorPoint.class)));
    }
}
