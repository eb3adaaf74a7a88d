package no.samtidig.improvement.web.agreement;

import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Agreements;
import no.samtidig.improvement.agreement.Clause;
import no.samtidig.improvement.agreement.Clauses;
import no.samtidig.improvement.agreement.UnitSize;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filling in the agreement: each change is a new version. */
@Controller
class AgreementEditController {
    private final Journeys journeys;
    private final Agreements agreements;
    private final Clauses clauses;
    private final UnitSize size;

    AgreementEditController(Journeys journeys, Agreements agreements, Clauses clauses, UnitSize size) {
        this.journeys = journeys;
        this.agreements = agreements;
        this.clauses = clauses;
        this.size = size;
    }

    @GetMapping("/enheten/avtale/endre")
    Reply edit(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        if (!visit.journey().stage().alive()) {
            return new SeeOther(visit.at(AgreementController.PATH));
        }
        AgreementForm form = agreements
                .of(visit.journey())
                .map(Agreement::version)
                .map(it -> AgreementForm.of(it.number(), it.text()))
                .orElseGet(() -> AgreementForm.first(size.of(visit.journey())));
        return page(visit, form, Trouble.NONE, Optional.empty());
    }

    @PostMapping("/enheten/avtale/endre")
    Reply keep(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam Map<String, String> sent) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        AgreementForm form = AgreementForm.read(sent);
        Trouble trouble = form.trouble();
        if (trouble.any()) {
            return page(visit, form.seated(), trouble, Optional.empty());
        }
        return switch (agreements.keep(visit, form.based(), form.text())) {
            case Agreements.Kept.Done _ -> new SeeOther(visit.at(AgreementController.PATH)).done(AgreementDone.KEPT);
            case Agreements.Kept.Meanwhile(Agreement.Version theirs) ->
                page(visit, form.from(theirs.number()), Trouble.NONE, Optional.of(theirs));
            case Agreements.Kept.Patients _ -> page(visit, form, Trouble.whole(NoPatients.REFUSAL), Optional.empty());
            case Agreements.Kept.Ended _ -> new SeeOther(visit.at(AgreementController.PATH));
        };
    }

    private Page page(JourneyVisit visit, AgreementForm form, Trouble trouble, Optional<Agreement.Version> theirs) {
        Clause goal = clauses.all().stream().filter(Clause::goal).findFirst().orElseThrow();
        return new AgreementEditPage(visit, form, goal, trouble, theirs);
    }
}
