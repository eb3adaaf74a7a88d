package no.samtidig.improvement.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.survey.StaffGroup;

/** Answers for tests: areas {@code a0}, {@code a1} … of two statements each, {@code a0-0}, {@code a0-1} … */
final class Gaps {
    static final int UNSURE = -1;

    private Gaps() {}

    static List<Topic.Area> areas(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> new Topic.Area("a" + it, List.of("a" + it + "-0", "a" + it + "-1")))
                .toList();
    }

    /** Somebody who says so of both statements of each area. */
    static GapAnswer answer(Optional<StaffGroup> group, int[] practice, int[] importance) {
        int[] twice = IntStream.range(0, 2 * practice.length)
                .map(it -> practice[it / 2])
                .toArray();
        int[] twiceToo = IntStream.range(0, 2 * practice.length)
                .map(it -> importance[it / 2])
                .toArray();
        return each(group, twice, twiceToo);
    }

    /** Somebody who says so of each statement. */
    static GapAnswer each(Optional<StaffGroup> group, int[] practice, int[] importance) {
        Map<String, Integer> does = new HashMap<>();
        Map<String, Integer> ought = new HashMap<>();
        List<String> asked = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        for (int i = 0; i < practice.length; i++) {
            String id = "a" + i / 2 + "-" + i % 2;
            asked.add(id);
            ought.put(id, importance[i]);
            if (practice[i] == UNSURE) {
                unsure.add(id);
            } else {
                does.put(id, practice[i]);
            }
        }
        return new GapAnswer(does, ought, Set.copyOf(unsure), Set.of(), Map.of(), Set.copyOf(asked), group);
    }

    static List<GapAnswer> people(int many, IntFunction<GapAnswer> each) {
        return IntStream.range(0, many).mapToObj(each).toList();
    }
}
