package no.samtidig.improvement.pipeline;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * That a unit was merged with another while its journey went on ({@code journey.md} section 11): the numbers of before and after are of
 * different people. Journeys are never merged: both stand at the unit, and each ends or goes on.
 */
@Component
@Order(5)
class MergedPart implements JourneyPart {
    private final CardStore store;
    private final Texts texts;

    MergedPart(CardStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        List<String> lines = lines(visit.journey(), language);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(texts.text(language, "merged.title"), lines, null));
    }

    @Override
    public List<Report> report(Journey journey, Language language) {
        List<String> lines = lines(journey, language);
        return lines.isEmpty() ? List.of() : List.of(new Report(Topic.CHANGE, lines));
    }

    private List<String> lines(Journey journey, Language language) {
        return store.mergedInto(journey).stream()
                .map(it -> texts.text(language, "merged.text", it))
                .toList();
    }
}
