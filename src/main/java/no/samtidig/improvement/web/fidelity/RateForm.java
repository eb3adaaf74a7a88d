package no.samtidig.improvement.web.fidelity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Evidence;
import no.samtidig.improvement.fidelity.Mark;
import no.samtidig.platform.Language;
import no.samtidig.platform.Trouble;

/**
 * How somebody rates, as typed.
 *
 * @param lines by anchor
 */
public record RateForm(Map<String, Line> lines) {
    static final String LEVEL = "niva";
    static final String EVIDENCE = "grunn";
    static final String NOTE = "merknad";
    private static final List<String> LEVELS = IntStream.rangeClosed(Anchor.LOWEST, Anchor.HIGHEST)
            .mapToObj(String::valueOf)
            .toList();

    public RateForm {
        lines = Map.copyOf(lines);
    }

    /**
     * One anchor.
     *
     * @param level 1 to 5; empty for none
     * @param evidence codes
     */
    public record Line(String level, List<String> evidence, String note) {
        public Line {
            evidence = List.copyOf(evidence);
        }

        private boolean empty() {
            return level.isEmpty() && evidence.isEmpty() && note.isEmpty();
        }

        private Mark mark() {
            return new Mark(
                    Integer.parseInt(level),
                    evidence.stream().flatMap(it -> Evidence.of(it).stream()).toList(),
                    note);
        }
    }

    static RateForm typed(Typed form, List<Anchor> anchors) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Anchor it : anchors) {
            String level = form.one(LEVEL, it.id());
            List<String> evidence = form.all(EVIDENCE, it.id()).stream()
                    .filter(code -> Evidence.of(code).isPresent())
                    .toList();
            lines.put(it.id(), new Line(LEVELS.contains(level) ? level : "", evidence, form.one(NOTE, it.id())));
        }
        return new RateForm(lines);
    }

    static RateForm of(Map<String, Mark> marks, List<Anchor> anchors) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Anchor it : anchors) {
            Mark mark = marks.get(it.id());
            lines.put(
                    it.id(),
                    mark == null
                            ? new Line("", List.of(), "")
                            : new Line(
                                    String.valueOf(mark.level()),
                                    mark.evidence().stream().map(Evidence::code).toList(),
                                    mark.note()));
        }
        return new RateForm(lines);
    }

    public Line line(Anchor anchor) {
        return Objects.requireNonNull(lines.get(anchor.id()));
    }

    /**
     * What is wrong with it.
     *
     * @param language the reader's, in which an anchor is named
     * @param later whether the rest is rated another time: then anchors left empty are no mistake
     */
    Trouble trouble(List<Anchor> anchors, Language language, boolean later) {
        Trouble trouble = Trouble.NONE;
        for (Anchor it : anchors) {
            Line line = line(it);
            if (later && line.empty()) {
                continue;
            }
            String name = it.name().in(language).value();
            if (line.level.isEmpty()) {
                trouble = trouble.and(LEVEL + "-" + it.id(), "fidelity.rate.no-level", name);
            }
            if (line.evidence.isEmpty() && !later) {
                trouble = trouble.and(EVIDENCE + "-" + it.id(), "fidelity.rate.no-evidence", name);
            }
            trouble = trouble.and(noteTrouble(NOTE + "-" + it.id(), line.note));
        }
        return trouble;
    }

    /** What is wrong with a note or a reason. */
    static Trouble noteTrouble(String field, String note) {
        if (note.length() > Mark.LONGEST_NOTE) {
            return Trouble.at(field, "fidelity.too-long", Mark.LONGEST_NOTE);
        }
        return NoPatients.found(note) ? Trouble.at(field, NoPatients.REFUSAL) : Trouble.NONE;
    }

    /** By anchor, where a level is set. */
    Map<String, Mark> marks() {
        Map<String, Mark> marks = new LinkedHashMap<>();
        lines.forEach((anchor, it) -> {
            if (!it.level.isEmpty()) {
                marks.put(anchor, it.mark());
            }
        });
        return marks;
    }
}
