package no.samtidig.survey;

import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the rounds go, on the own page of those who run them. */
@Component
@Order(3)
class RoundFollows implements Follows {
    private static final int SHOWN = 2;

    private final Running running;
    private final Texts texts;

    RoundFollows(Running running, Texts texts) {
        this.running = running;
        this.texts = texts;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.RUN_SURVEYS)) {
            return List.of();
        }
        return running.list(person, Purpose.GENERAL, RoundQuery.first(RoundErrands.LOOKED_AT)).lines().stream()
                .filter(it -> it.own() && it.state() != Round.State.DRAFT)
                .limit(SHOWN)
                .map(it -> new Followed(
                        it.name(),
                        words(it, language),
                        "/undersokelser/" + it.id().value()))
                .toList();
    }

    private String words(RoundLine it, Language language) {
        String until = texts.text(
                language,
                it.state() == Round.State.OPEN ? "rounds.follow.open" : "rounds.follow.closed",
                language.date(it.closes()));
        return it.answered() == 0 || it.invited() < Round.FEWEST
                ? until
                : until + " "
                        + texts.text(
                                language,
                                it.exact() ? "rounds.answered" : "rounds.answered-at-least",
                                it.answered(),
                                it.invited())
                        + ".";
    }
}
