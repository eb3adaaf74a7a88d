package no.samtidig.improvement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The journey of one's own unit in one line, on the own page. */
@Component
@Order(1)
class JourneyFollows implements Follows {
    private final Journeys journeys;
    private final Texts texts;
    private final Clock clock;

    JourneyFollows(Journeys journeys, Texts texts, Clock clock) {
        this.journeys = journeys;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.SEE_OWN_UNIT)) {
            return List.of();
        }
        return journeys.own(person, null)
                .map(it -> List.of(new Followed(it.unit().name(), words(it.journey(), language), "/enheten")))
                .orElse(List.of());
    }

    private String words(Journey journey, Language language) {
        LocalDate today = LocalDate.now(clock);
        String stage = texts.text(
                language,
                "journey.stage",
                texts.text(language, "stage." + journey.stage().code()),
                language.date(journey.since()));
        return journey.month(today)
                .filter(it -> journey.stage().alive() && it <= Journey.MONTHS)
                .map(it -> stage + " " + texts.text(language, "journey.follow.month", it, Journey.MONTHS))
                .orElse(stage);
    }
}
