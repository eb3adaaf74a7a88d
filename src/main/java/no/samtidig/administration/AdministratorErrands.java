package no.samtidig.administration;

import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** What an administrator must see to, on their own page: the gravest three. */
@Component
class AdministratorErrands implements Errands {
    private static final int MOST = 3;

    private final Alerts alerts;
    private final Texts texts;

    AdministratorErrands(Alerts alerts, Texts texts) {
        this.alerts = alerts;
        this.texts = texts;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.ADMINISTER)) {
            return List.of();
        }
        return alerts.all().stream()
                .limit(MOST)
                .map(it -> new Errand(
                        texts.text(language, it.key(), it.arguments()),
                        texts.text(language, "administration.errand"),
                        texts.text(language, "administration.errand.action"),
                        it.path(),
                        null))
                .toList();
    }
}
