package no.samtidig.improvement.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Part;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fidelity on the unit's page and in its status: only what both sides agree on, and that it says nothing of patients. */
@Component
@Order(60)
class FidelityPart implements JourneyPart {
    private static final String PATH = "/enheten/etterlevelse";

    /** So long a rating takes, in minutes. */
    private static final int MINUTES = 60;

    private final Ratings ratings;
    private final Anchors anchors;
    private final Texts texts;

    FidelityPart(Ratings ratings, Anchors anchors, Texts texts) {
        this.ratings = ratings;
        this.anchors = anchors;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        if (visit.part() == Part.COUNCIL) {
            return Optional.empty();
        }
        List<String> lines = told(visit.journey(), language);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text(language, "fidelity.title"),
                        lines,
                        new Way(texts.text(language, "fidelity.part.see"), visit.at(PATH))));
    }

    /** What may be told, in sentences; none where nothing is settled yet. */
    private List<String> told(Journey journey, Language language) {
        List<FidelityChange.Settled> settled = ratings.settled(journey);
        Optional<FidelityChange> change = FidelityChange.of(settled, anchors.whole());
        String first = journey.stage().alive() ? "fidelity.change.first" : "fidelity.change.first.ended";
        if (change.isEmpty()) {
            return settled.stream()
                    .map(it -> texts.text(language, first, when(it.rating(), language)))
                    .toList();
        }
        FidelityChange it = change.get();
        List<String> lines = new ArrayList<>();
        Stream.concat(it.up().stream(), it.down().stream())
                .map(step -> texts.text(
                        language,
                        "fidelity.part.step",
                        step.anchor().name().in(language).value(),
                        step.before(),
                        step.after()))
                .forEach(lines::add);
        if (lines.isEmpty()) {
            lines.add(texts.text(language, "fidelity.change.none"));
        }
        lines.add(
                it.meanTold()
                        ? texts.text(
                                language,
                                "fidelity.change.mean",
                                mean(it.meanBefore(), language),
                                mean(it.meanAfter(), language))
                        : texts.text(language, "fidelity.change.mean-still"));
        return lines;
    }

    private static String mean(Optional<Double> mean, Language language) {
        return String.format(language == Language.EN ? Locale.ENGLISH : Locale.of("nb"), "%.1f", mean.orElseThrow());
    }

    private String when(Rating rating, Language language) {
        return texts.text(language, "fidelity.when." + rating.month());
    }

    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        return ratings.of(visit.journey()).stream()
                .filter(it -> it.settled() == null)
                .findFirst()
                .flatMap(it -> open(visit, it, language));
    }

    /** A rating that waits for this reader. */
    private Optional<Step> open(JourneyVisit visit, Rating rating, Language language) {
        Optional<RatingPart> part = ratings.part(visit, rating);
        boolean leads = visit.leads() || visit.coaches();
        boolean rate = rating.silent() && part.filter(it -> !rated(rating, it)).isPresent();
        boolean talk = !rating.silent() && leads && !(visit.leads() ? rating.unitYes() : rating.coachYes());
        if (!rate && !talk) {
            return Optional.empty();
        }
        String text = texts.text(language, rate ? "fidelity.part.rate" : "fidelity.part.talk", when(rating, language));
        return Optional.of(new Step(
                text,
                texts.text(language, rate ? "fidelity.part.rate.text" : "fidelity.part.talk.text"),
                MINUTES,
                new Way(texts.text(language, "fidelity.open.go"), visit.at(PATH + "/" + rating.month())),
                null));
    }

    private boolean rated(Rating rating, RatingPart part) {
        return ratings.raters(rating).stream().anyMatch(it -> it.part() == part && it.done());
    }

    /** Then and now for the unit's own management; no levels of anybody. */
    @Override
    public List<Report> report(Journey journey, Language language) {
        List<String> lines = new ArrayList<>(told(journey, language));
        if (lines.isEmpty()) {
            return List.of();
        }
        lines.add(texts.text(language, "fidelity.not-outcome"));
        return List.of(new Report(Topic.FIDELITY, lines));
    }
}
