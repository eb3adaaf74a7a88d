package no.samtidig.improvement.result;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.improvement.gap.GapAnswer;

/**
 * What is looked at as one: an area with its statements, or, where the short form was used, one statement alone.
 *
 * @param id of the area or the statement
 * @param area the area it is or lies in
 * @param statements in the order of the instrument
 */
public record Topic(String id, String area, List<String> statements) {
    /** An area is shown only where so many of its statements were asked. */
    public static final int STATEMENTS = 2;

    /** The short form has so many statements; where no more were asked, they stand for themselves. */
    public static final int SHORT_FORM = 12;

    public Topic {
        statements = List.copyOf(statements);
    }

    /** An area and its statements, as the instrument has them. */
    public record Area(String id, List<String> statements) {
        public Area {
            statements = List.copyOf(statements);
        }
    }

    /** What there is to look at in the answers, in the order of the instrument. */
    public static List<Topic> of(List<Area> areas, List<GapAnswer> answers) {
        Set<String> asked = Set.copyOf(
                answers.stream().flatMap(it -> it.asked().stream()).distinct().toList());
        return asked.size() > SHORT_FORM
                ? areas.stream()
                        .map(it -> new Topic(it.id(), it.id(), within(it, asked).toList()))
                        .filter(it -> it.statements.size() >= STATEMENTS)
                        .toList()
                : areas.stream()
                        .flatMap(it -> within(it, asked).map(one -> new Topic(one, it.id(), List.of(one))))
                        .toList();
    }

    private static Stream<String> within(Area area, Set<String> asked) {
        return area.statements().stream().filter(asked::contains);
    }

    /** Whether it is one statement of a short form. */
    public boolean alone() {
        return !id.equals(area);
    }
}
