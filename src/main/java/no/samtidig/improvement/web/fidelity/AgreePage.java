package no.samtidig.improvement.web.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Agreed;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Rater;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * The form in which what stands is written.
 *
 * @param form as typed
 * @param meanwhile what somebody else wrote while the reader did; empty where nobody has
 */
public record AgreePage(
        JourneyVisit visit,
        Rating rating,
        Anchors anchors,
        List<Rater> raters,
        AgreeForm form,
        Map<String, Agreed> meanwhile,
        Trouble trouble)
        implements Page {
    public AgreePage {
        raters = List.copyOf(raters);
        meanwhile = Map.copyOf(meanwhile);
    }

    public String path(String page) {
        return OneRating.path(visit, rating, page);
    }

    public List<Anchor> rated() {
        return anchors.rated(rating.modules());
    }

    public List<RatingPage.First> first(Anchor anchor) {
        return RatingPage.first(raters, anchor);
    }

    /** They differ so much that it is talked about. */
    public boolean apart(Anchor anchor) {
        return RatingPage.spread(first(anchor)) >= RatingPage.APART;
    }

    /** What somebody else wrote meanwhile, where it is another than what is typed. */
    public Optional<Agreed> other(Anchor anchor) {
        Agreed other = meanwhile.get(anchor.id());
        String typed = form.line(anchor).level();
        return Optional.ofNullable(other)
                .filter(it -> !typed.equals(it.together() ? String.valueOf(it.level()) : AgreeForm.APART));
    }

    /** The levels, and that the sides do not agree. */
    public List<Option> levels(Anchor anchor, View view) {
        List<Option> options = new ArrayList<>(IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
                .mapToObj(it -> level(anchor, it, view))
                .toList());
        int lowest = AgreeForm.levels(raters, anchor).stream()
                .mapToInt(it -> it)
                .min()
                .orElse(Anchor.LOWEST);
        options.add(Option.of(AgreeForm.APART, view.text("fidelity.agree.apart", lowest)));
        return options;
    }

    private static Option level(Anchor anchor, int level, View view) {
        String value = String.valueOf(level);
        return anchor.level(level)
                .map(it -> it.in(view.language()))
                .map(it -> Option.of(value, value + " – " + it.value(), it.language()))
                .orElseGet(() -> Option.of(value, value));
    }

    /** The fields for reasons are open. */
    public boolean reasons(Anchor anchor) {
        AgreeForm.Line line = form.line(anchor);
        return line.level().equals(AgreeForm.APART)
                || !line.unitReason().isEmpty()
                || !line.coachReason().isEmpty();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
