package no.samtidig.improvement.web.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Evidence;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * The form in which somebody rates by themselves.
 *
 * @param form as typed
 */
public record RatePage(JourneyVisit visit, Rating rating, Anchors anchors, RateForm form, Trouble trouble)
        implements Page {
    public String path(String page) {
        return OneRating.path(visit, rating, page);
    }

    public List<Anchor> rated() {
        return anchors.rated(rating.modules());
    }

    /** The five levels, three of them described. */
    public List<Option> levels(Anchor anchor, View view) {
        return IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
                .mapToObj(it -> level(anchor, it, view))
                .toList();
    }

    private Option level(Anchor anchor, int level, View view) {
        String value = String.valueOf(level);
        return anchor.level(level)
                .flatMap(text -> anchors.word(level)
                        .map(word -> new Option(
                                value,
                                level + " – " + word.in(view.language()).value(),
                                text.in(view.language()).value(),
                                text.in(view.language()).language())))
                .orElseGet(() -> Option.of(value, view.text("fidelity.rate.between", level, level - 1, level + 1)));
    }

    public List<Option> evidence(View view) {
        return Arrays.stream(Evidence.values())
                .map(it -> Option.of(it.code(), view.text("fidelity.evidence." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
