package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.PipelineNews;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What GAP rounds tell the region: where the next one can open soon, by the same rule as on the unit's page, those that are over, and how
 * many were held and answered.
 */
@Component
class GapNews implements PipelineNews, PipelineFigures {
    private final GapNewsStore store;
    private final ObjectProvider<LastMeeting> meeting;

    GapNews(GapNewsStore store, ObjectProvider<LastMeeting> meeting) {
        this.store = store;
        this.meeting = meeting;
    }

    @Override
    public List<Ahead> ahead(OrganisationScope scope, LocalDate today) {
        Set<JourneyId> waiting =
                meeting.stream().flatMap(it -> it.waiting(scope).stream()).collect(Collectors.toSet());
        return store.between(scope).stream()
                .filter(it -> !waiting.contains(it.journey()))
                .flatMap(it -> ahead(it, today).stream())
                .toList();
    }

    private static Optional<Ahead> ahead(GapNewsStore.Between it, LocalDate today) {
        return GapRound.after(it.last())
                .map(occasion -> GapRounds.opens(it.zero(), occasion, today))
                .filter(opens -> !opens.isAfter(today.plusDays(GapPart.AHEAD)))
                .map(opens -> new Ahead(
                        it.journey(),
                        opens.isAfter(today) ? Kind.DUE : Kind.OPEN,
                        opens,
                        Sentence.of("gap.part.hold"),
                        "/enheten/gap?" + JourneyVisit.WHICH + "="
                                + it.journey().value()));
    }

    @Override
    public List<Done> done(Journey journey) {
        return store.settled(journey).stream()
                .map(it -> new Done(it.closes(), Sentence.of("gap.news.settled", it.occasion())))
                .toList();
    }

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        GapNewsStore.Counts it = store.counts(scope, today);
        return List.of(
                new Figure(Sentence.of("gap.figure.held"), it.held(), it.due(), 0),
                new Figure(Sentence.of("gap.figure.answered"), it.answered(), it.asked(), it.unknown()));
    }
}
