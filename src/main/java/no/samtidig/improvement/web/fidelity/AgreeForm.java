package no.samtidig.improvement.web.fidelity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.samtidig.improvement.fidelity.Agreed;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Rater;
import no.samtidig.platform.Language;
import no.samtidig.platform.Trouble;

/**
 * What the two sides agree on, as typed.
 *
 * @param lines by anchor
 */
public record AgreeForm(Map<String, Line> lines) {
    /** They do not agree. */
    public static final String APART = "uenig";

    static final String LEVEL = "niva";
    static final String UNIT = "enhet";
    static final String COACH = "veileder";
    private static final List<String> LEVELS = IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
            .mapToObj(String::valueOf)
            .toList();

    public AgreeForm {
        lines = Map.copyOf(lines);
    }

    /**
     * One anchor.
     *
     * @param level 1 to 5, {@link #APART}, or empty
     */
    public record Line(String level, String unitReason, String coachReason) {}

    static AgreeForm typed(Typed form, List<Anchor> anchors) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Anchor it : anchors) {
            String level = form.one(LEVEL, it.id());
            lines.put(
                    it.id(),
                    new Line(
                            LEVELS.contains(level) || level.equals(APART) ? level : "",
                            form.one(UNIT, it.id()),
                            form.one(COACH, it.id())));
        }
        return new AgreeForm(lines);
    }

    /** What is written already; else the level where all set the same, and the lower where they are one apart. */
    static AgreeForm of(Map<String, Agreed> written, List<Rater> raters, List<Anchor> anchors) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Anchor it : anchors) {
            Agreed agreed = written.get(it.id());
            if (agreed != null) {
                String level = agreed.together() ? String.valueOf(agreed.level()) : APART;
                lines.put(it.id(), new Line(level, agreed.unitReason(), agreed.coachReason()));
            } else {
                List<Integer> first = levels(raters, it);
                boolean near = RatingPage.spread(RatingPage.first(raters, it)) < RatingPage.APART;
                String level = near && !first.isEmpty() ? String.valueOf(lowest(first)) : "";
                lines.put(it.id(), new Line(level, "", ""));
            }
        }
        return new AgreeForm(lines);
    }

    static List<Integer> levels(List<Rater> raters, Anchor anchor) {
        return RatingPage.first(raters, anchor).stream()
                .map(it -> it.mark().level())
                .toList();
    }

    private static int lowest(List<Integer> first) {
        return first.stream().mapToInt(it -> it).min().orElseThrow();
    }

    public Line line(Anchor anchor) {
        return Objects.requireNonNull(lines.get(anchor.id()));
    }

    Trouble trouble(List<Anchor> anchors, Language language) {
        Trouble trouble = Trouble.NONE;
        for (Anchor it : anchors) {
            Line line = line(it);
            String name = it.name().in(language).value();
            if (line.level.isEmpty()) {
                trouble = trouble.and(LEVEL + "-" + it.id(), "fidelity.agree.no-level", name);
            }
            trouble = trouble.and(reason(UNIT + "-" + it.id(), name, line, line.unitReason))
                    .and(reason(COACH + "-" + it.id(), name, line, line.coachReason));
        }
        return trouble;
    }

    private static Trouble reason(String field, String name, Line line, String reason) {
        return line.level.equals(APART) && reason.isEmpty()
                ? Trouble.at(field, "fidelity.agree.no-reason", name)
                : RateForm.noteTrouble(field, reason);
    }

    /** By anchor. Reasons are kept where they do not agree. */
    Map<String, Agreed> agreed(List<Rater> raters, List<Anchor> anchors) {
        Map<String, Agreed> agreed = new LinkedHashMap<>();
        for (Anchor it : anchors) {
            Line line = line(it);
            agreed.put(
                    it.id(),
                    line.level.equals(APART)
                            ? Agreed.not(levels(raters, it), line.unitReason, line.coachReason)
                            : Agreed.on(Integer.parseInt(line.level)));
        }
        return agreed;
    }
}
