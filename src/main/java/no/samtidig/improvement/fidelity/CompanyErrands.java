package no.samtidig.improvement.fidelity;

import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** A coach's sixth rating is done with a coach from another region. */
@Component
class CompanyErrands implements Errands {
    private final Companies companies;
    private final Units units;
    private final Texts texts;

    CompanyErrands(Companies companies, Units units, Texts texts) {
        this.companies = companies;
        this.units = units;
        this.texts = texts;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.RUN_PIPELINE)) {
            return List.of();
        }
        return companies.due(person.account()).stream()
                .limit(1)
                .map(it -> new Errand(
                        texts.text(
                                language,
                                "fidelity.company.errand",
                                units.whenever(new UnitPath(it.unit()))
                                        .map(Unit::name)
                                        .orElse("")),
                        texts.text(language, "fidelity.company.errand.text"),
                        texts.text(language, "fidelity.open.go"),
                        "/enheten/etterlevelse/" + it.month() + "?" + JourneyVisit.WHICH + "="
                                + it.journey().value(),
                        null))
                .toList();
    }
}
