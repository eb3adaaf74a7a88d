package no.samtidig.administration;

import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** People and places in numbers, on an administrator's own page. */
@Component
class ServiceFollows implements Follows {
    private final Figures figures;
    private final Texts texts;

    ServiceFollows(Figures figures, Texts texts) {
        this.figures = figures;
        this.texts = texts;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.ADMINISTER)) {
            return List.of();
        }
        Figures.Today today = figures.today();
        return List.of(
                new Followed(
                        texts.text(language, "administration.follow.people"),
                        texts.text(
                                language,
                                "administration.follow.people.text",
                                today.people(),
                                today.seen(),
                                today.invitations()),
                        "/forvaltning/personer"),
                new Followed(
                        texts.text(language, "administration.follow.places"),
                        texts.text(language, "administration.follow.places.text", today.owners(), today.units()),
                        "/forvaltning/steder"));
    }
}
