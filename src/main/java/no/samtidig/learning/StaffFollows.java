package no.samtidig.learning;

import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The leader's staff in numbers, on the leader's own page. Names are one page away. */
@Component
@Order(2)
class StaffFollows implements Follows {
    private final Completions completions;
    private final Texts texts;

    StaffFollows(Completions completions, Texts texts) {
        this.completions = completions;
        this.texts = texts;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.SEE_COMPLETION)) {
            return List.of();
        }
        return List.of(new Followed(
                texts.text(language, "mine.staff"),
                completions
                        .begun(person)
                        .map(it -> texts.text(language, "mine.staff.begun", it.begun(), it.of()))
                        .orElseGet(() -> texts.text(language, "mine.staff.few")),
                "/enheten/ansatte"));
    }
}
