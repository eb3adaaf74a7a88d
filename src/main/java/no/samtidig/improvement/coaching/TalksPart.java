package no.samtidig.improvement.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Milestone;
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

    /** The unit leads its talks from the first one held in that month. */
    @Override
    public List<Station> stations(JourneyVisit visit) {
        return coaching.of(visit.journey()).stream()
                .filter(it -> it.held() && Coaching.unitLeads(visit.journey(), it))
                .findFirst()
                .map(it -> List.of(new Station(Milestone.UNIT_LEADS, it.day(), true)))
                .orElse(List.of());
    }

    /** What stood in the way and is the management's to move, counted in words from the closed list; nothing of what was written. */
    @Override
    public List<Report> report(Journey journey, Language language) {
        List<Obstacle> met = coaching.of(journey).stream()
                .flatMap(it -> it.written().stream())
                .map(TalkNote::obstacle)
                .toList();
        if (met.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Obstacle it : Obstacle.values()) {
            int times = Collections.frequency(met, it);
            if (it.managements() && times > 0) {
                lines.add(texts.text(language, "talks.report." + it.code(), times(language, times, met.size())));
            }
        }
        if (lines.isEmpty()) {
            boolean none = met.stream().allMatch(it -> it == Obstacle.NONE);
            lines.add(texts.text(language, none ? "talks.report.none" : "talks.report.own"));
        }
        return List.of(new Report(Topic.OBSTACLES, lines));
    }

    private String times(Language language, int times, int talks) {
        return talks == 1
                ? texts.text(language, "talks.report.only")
                : texts.text(language, "talks.report.of", number(language, times), number(language, talks));
    }

    private String number(Language language, int number) {
        return texts.text(language, "talks.report.number", number);
    }
}
