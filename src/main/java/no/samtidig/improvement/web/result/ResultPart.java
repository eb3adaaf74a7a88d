package no.samtidig.improvement.web.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The newest result on the unit's page, and what changed since the round before in its status. */
@Component
@Order(45)
class ResultPart implements JourneyPart {
    private final SettledGaps rounds;
    private final ChangeSheets changes;
    private final Texts texts;

    ResultPart(SettledGaps rounds, ChangeSheets changes, Texts texts) {
        this.rounds = rounds;
        this.changes = changes;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        return rounds.months(visit.journey()).stream()
                .findFirst()
                .map(month -> new Section(
                        texts.text(language, "result.part"),
                        List.of(texts.text(
                                language, "result.part.line", texts.text(language, "result.occasion." + month))),
                        new Way(texts.text(language, "result.part.read"), visit.at("/enheten/gap/resultat"))));
    }

    @Override
    public List<Report> report(Journey journey, Language language) {
        Optional<SettledGap> newest = rounds.newest(journey);
        return newest.flatMap(it -> changes.of(journey, it, language)).stream()
                .map(it -> new Report(Topic.CHANGE, lines(it, language)))
                .toList();
    }

    /** What may be called changed, or that we cannot tell; and that others may have answered. */
    private List<String> lines(ChangeSheet change, Language language) {
        Stream<String> told = !change.told()
                ? Stream.of(texts.text(language, "result.change.words"))
                : change.nothing()
                        ? Stream.of(texts.text(language, "result.change.nothing"))
                        : Stream.concat(change.chosen().stream(), change.others().stream())
                                .filter(ChangeSheet.Line::changed)
                                .map(it -> it.name().value() + ": " + it.gap());
        return Stream.concat(told, Stream.of(change.people())).toList();
    }
}
