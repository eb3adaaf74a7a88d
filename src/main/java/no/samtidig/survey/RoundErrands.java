package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** What waits in rounds: one to make ready for whoever runs it, and the newest results for whoever may see them. */
@Component
class RoundErrands implements Errands {
    /** So many days results are news. Our own choice. */
    private static final int NEWS = 14;

    /** So many rounds are looked at, those that are not over before the others. */
    static final int LOOKED_AT = 8;

    private final Running running;
    private final Texts texts;
    private final Clock clock;

    RoundErrands(Running running, Texts texts, Clock clock) {
        this.running = running;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.SEE_RESULTS)) {
            return List.of();
        }
        LocalDate news = LocalDate.now(clock).minusDays(NEWS);
        List<RoundLine> rounds = running.list(person, Purpose.GENERAL, RoundQuery.first(LOOKED_AT))
                .lines();
        List<Errand> errands = new ArrayList<>();
        rounds.stream()
                .filter(it -> it.own() && it.state() == Round.State.DRAFT && !it.ready())
                .findFirst()
                .ifPresent(it -> errands.add(new Errand(
                        texts.text(language, "rounds.errand.ready", it.name()),
                        texts.text(language, "rounds.errand.ready.text", language.date(it.opens())),
                        texts.text(language, "rounds.errand.ready.action"),
                        "/undersokelser/" + it.id().value(),
                        it.opens())));
        rounds.stream()
                .filter(it -> it.state() == Round.State.SETTLED && !it.closes().isBefore(news))
                .findFirst()
                .ifPresent(it -> errands.add(new Errand(
                        texts.text(language, "rounds.errand.results", it.name()),
                        texts.text(language, "rounds.errand.results.text", language.date(it.closes())),
                        texts.text(language, "rounds.errand.results.action"),
                        "/undersokelser/" + it.id().value() + "/resultater",
                        null)));
        return errands;
    }
}
