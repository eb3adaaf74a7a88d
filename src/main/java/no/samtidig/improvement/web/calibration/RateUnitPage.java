package no.samtidig.improvement.web.calibration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.samtidig.improvement.calibration.PracticeUnit;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * A fictional unit, and the form in which a coach rates it.
 *
 * @param number its place among those of the half-year, from 1
 * @param of how many there are
 * @param chosen levels by anchor, as typed
 */
public record RateUnitPage(
        PracticeUnit unit, int number, int of, Anchors anchors, Map<String, Integer> chosen, Trouble trouble)
        implements Page {
    static final String LEVEL = "niva-";
    static final List<String> LEVELS = IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
            .mapToObj(String::valueOf)
            .toList();

    public RateUnitPage {
        chosen = Map.copyOf(chosen);
    }

    public String path() {
        return ExercisePage.PATH + "/" + unit.id();
    }

    public String all() {
        return ExercisePage.PATH;
    }

    public List<Anchor> rows() {
        return anchors.whole();
    }

    public static String field(Anchor anchor) {
        return LEVEL + anchor.id();
    }

    /** The level chosen; none before. */
    public List<String> level(Anchor anchor) {
        return Optional.ofNullable(chosen.get(anchor.id())).map(String::valueOf).stream()
                .toList();
    }

    /** The five levels, three of them described. */
    public List<Option> levels(Anchor anchor, View view) {
        return IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
                .mapToObj(it -> level(anchor, it, view))
                .toList();
    }

    private static Option level(Anchor anchor, int level, View view) {
        String value = String.valueOf(level);
        return anchor.level(level)
                .map(text -> text.in(view.language()))
                .map(text -> new Option(value, value, text.value(), text.language()))
                .orElseGet(() -> Option.of(value, view.text("fidelity.rate.between", level, level - 1, level + 1)));
    }

    /** The description, a paragraph each. */
    public static List<String> paragraphs(LocalizedText.Text text) {
        return text.value().lines().filter(it -> !it.isBlank()).toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
