package no.samtidig.improvement.web.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Agreed;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.FidelityChange;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;

/**
 * A unit's fidelity, then and now.
 *
 * @param staff whether the reader may see who has completed what
 * @param settled ratings that both sides have said yes to, with what stands
 * @param open ratings under way that the reader takes part in
 * @param due the month whose rating the reader can begin
 * @param change what may be told as change
 */
public record FidelityPage(
        JourneyVisit visit,
        boolean staff,
        List<FidelityChange.Settled> settled,
        List<Rating> open,
        Optional<Integer> due,
        Anchors anchors,
        Optional<FidelityChange> change)
        implements Page {
    /** With one of these levels, goals about asking begin with the routine ({@code journey.md} section 11). */
    private static final int WEAK = 2;

    private static final String AFTER_THE_ANSWER = "etter-svaret";

    public FidelityPage {
        settled = List.copyOf(settled);
        open = List.copyOf(open);
    }

    public String path(String page) {
        return visit.at(OneRating.ALL + page);
    }

    /** All that was rated at any time, the seven first. */
    public List<Anchor> rated() {
        List<String> modules = new ArrayList<>();
        settled.forEach(it -> it.rating().modules().stream()
                .filter(module -> !modules.contains(module))
                .forEach(modules::add));
        return anchors.rated(modules);
    }

    /** Whether the reader sees what each of those who rated set. */
    public boolean rates() {
        return visit.leads() || visit.coaches();
    }

    /** One of the seven. */
    public boolean whole(Anchor anchor) {
        return anchors.whole().contains(anchor);
    }

    /** The first level that stands for an anchor; empty where there is none. */
    public Optional<Agreed> then(Anchor anchor) {
        return settled.getFirst().at(anchor);
    }

    /** The last level that stands for an anchor. */
    public Optional<Agreed> now(Anchor anchor) {
        return settled.getLast().at(anchor);
    }

    /** Any level in the table that the sides did not agree on. */
    public boolean anyApart() {
        return settled.stream().anyMatch(it -> it.agreed().values().stream().anyMatch(agreed -> !agreed.together()));
    }

    /** The routine after an answer does not stand yet. */
    public boolean routineFirst() {
        return !settled.isEmpty()
                && anchors.whole().stream()
                        .filter(it -> it.id().equals(AFTER_THE_ANSWER))
                        .flatMap(it -> now(it).stream())
                        .anyMatch(it -> it.level() <= WEAK);
    }

    /** A mean with one decimal, as the language writes it. */
    public static String mean(double mean, Language language) {
        return String.format(language == Language.EN ? Locale.ENGLISH : Locale.of("nb"), "%.1f", mean);
    }
}
