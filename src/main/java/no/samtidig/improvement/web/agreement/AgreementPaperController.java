package no.samtidig.improvement.web.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.AgreementText;
import no.samtidig.improvement.agreement.Agreements;
import no.samtidig.improvement.agreement.Clauses;
import no.samtidig.improvement.agreement.Goal;
import no.samtidig.improvement.agreement.Side;
import no.samtidig.improvement.agreement.UnitSize;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agreement on paper, in the written Norwegian that is asked for. */
@Controller
class AgreementPaperController {
    private final Journeys journeys;
    private final Agreements agreements;
    private final Clauses clauses;
    private final UnitSize size;
    private final Signers signers;
    private final Clock clock;

    AgreementPaperController(
            Journeys journeys, Agreements agreements, Clauses clauses, UnitSize size, Signers signers, Clock clock) {
        this.journeys = journeys;
        this.agreements = agreements;
        this.clauses = clauses;
        this.size = size;
        this.signers = signers;
        this.clock = clock;
    }

    @GetMapping("/enheten/avtale/utskrift")
    Page paper(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "malform", defaultValue = "") String form) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which);
        Optional<Agreement> agreement = agreements.of(visit.journey());
        Map<Side, Signature> yes = new EnumMap<>(Side.class);
        agreement.ifPresent(it -> {
            for (Side side : Side.values()) {
                signers.of(it, side).ifPresent(signature -> yes.put(side, signature));
            }
        });
        return new AgreementPaperPage(
                visit,
                agreement
                        .map(Agreement::version)
                        .orElseGet(() -> new Agreement.Version(
                                0,
                                new AgreementText(Goal.NONE, size.of(visit.journey()), Map.of(), ""),
                                clauses.all(),
                                LocalDate.now(clock),
                                null)),
                yes,
                (form.isEmpty() ? language.tag() : form).equals(Language.NN.tag()) ? Language.NN : Language.NB);
    }
}
