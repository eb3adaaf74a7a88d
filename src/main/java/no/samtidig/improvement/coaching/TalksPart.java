package no.samtidig.improvement.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Talks on the unit's page: the next one, and for those who take part how many were held. */
@Component
@Order(30)
class TalksPart implements JourneyPart {
    private static final int PREPARATION = 10;

    /** So many days before a talk it is the next thing to do. */
    private static final int SOON = 7;

    private static final String PATH = "/enheten/veiledning";

    private final Coaching coaching;
    private final Texts texts;
    private final Clock clock;

    TalksPart(Coaching coaching, Texts texts, Clock clock) {
        this.coaching = coaching;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        List<Talk> talks = coaching.of(visit.journey());
        List<String> lines = new ArrayList<>();
        next(visit, talks)
                .ifPresent(it -> lines.add(texts.text(
                        language,
                        "talks.next",
                        language.date(it.day()),
                        it.starts().toString())));
        if (visit.leads() || visit.coaches()) {
            long held = talks.stream().filter(Talk::held).count();
            long past = talks.stream().filter(it -> !it.planned()).count();
            if (past > 0) {
                lines.add(texts.text(language, "talks.count", held, past));
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text(language, "talks.title"),
                        lines,
                        new Way(texts.text(language, "talks.part.way"), visit.at(PATH))));
    }

    private Optional<Talk> next(JourneyVisit visit, List<Talk> talks) {
        LocalDate today = LocalDate.now(clock);
        return visit.journey().stage().alive()
                ? talks.stream()
                        .filter(it -> it.planned() && !it.day().isBefore(today))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        LocalDate until = LocalDate.now(clock).plusDays(SOON);
        return visit.leads()
                ? next(visit, coaching.of(visit.journey()))
                        .filter(it -> !it.day().isAfter(until))
                        .map(it -> new Step(
                                texts.text(language, "talks.errand.leader", language.date(it.day())),
                                texts.text(language, "talks.errand.leader.text"),
                                PREPARATION,
                                new Way(
                                        texts.text(language, "talks.errand.leader.action"),
                                        visit.at(PATH + "/" + it.id().value())),
                                it.day()))
                : Optional.empty();
    }
}
