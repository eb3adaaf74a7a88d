package no.samtidig.improvement.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.samtidig.Proves;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.survey.StaffGroup;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/**
 * Plays somebody who knows how many answered, and reads all that is told, which is everything the page, its table, its drawing and its
 * files are made of: no part of it is true only of worlds in which a group said one and the same.
 */
@Proves(Promise.SMALL_GROUPS)
class GapDisclosureTest {
    /** Ways in which people may have answered, one entry for each person. */
    private static List<List<GapAnswer>> worlds(List<Integer> sizes, List<List<GapAnswer>> kinds) {
        List<List<GapAnswer>> worlds = List.of(List.of());
        for (int i = 0; i < sizes.size(); i++) {
            List<List<GapAnswer>> more = new ArrayList<>();
            for (List<GapAnswer> world : worlds) {
                for (List<GapAnswer> part : parts(sizes.get(i), kinds.get(i))) {
                    List<GapAnswer> whole = new ArrayList<>(world);
                    whole.addAll(part);
                    more.add(whole);
                }
            }
            worlds = more;
        }
        return worlds;
    }

    private static List<List<GapAnswer>> parts(int people, List<GapAnswer> kinds) {
        if (kinds.size() == 1 || people == 0) {
            return List.of(java.util.Collections.nCopies(people, kinds.getFirst()));
        }
        List<List<GapAnswer>> parts = new ArrayList<>();
        for (int n = 0; n <= people; n++) {
            for (List<GapAnswer> others : parts(people - n, kinds.subList(1, kinds.size()))) {
                List<GapAnswer> part = new ArrayList<>(java.util.Collections.nCopies(n, kinds.getFirst()));
                part.addAll(others);
                parts.add(part);
            }
        }
        return parts;
    }

    /** What can be true of all of a group. */
    private static Map<String, Boolean> ofOneMind(List<GapAnswer> group) {
        Map<String, Boolean> minds = new LinkedHashMap<>();
        for (String id : List.of("a0-0", "a0-1")) {
            minds.put(id + " often", group.stream().allMatch(it -> it.practice().getOrDefault(id, 0) >= 3));
            minds.put(
                    id + " not often",
                    group.stream().allMatch(it -> it.practice().getOrDefault(id, 4) < 3));
            minds.put(
                    id + " important",
                    group.stream().allMatch(it -> it.importance().getOrDefault(id, 0) >= 3));
            minds.put(id + " unsure", group.stream().allMatch(it -> it.unsure().contains(id)));
        }
        return minds;
    }

    /** What follows about the group that stands between two places of the worlds; empty where nothing does. */
    private static Set<String> leaks(
            List<List<GapAnswer>> worlds, int from, int to, Function<List<GapAnswer>, Object> told) {
        Map<Object, Map<String, Boolean>> always = new HashMap<>();
        for (List<GapAnswer> world : worlds) {
            Map<String, Boolean> here = ofOneMind(world.subList(from, to));
            always.merge(told.apply(world), here, (a, b) -> {
                Map<String, Boolean> both = new LinkedHashMap<>(a);
                b.forEach((what, it) -> both.merge(what, it, Boolean::logicalAnd));
                return both;
            });
        }
        Set<String> anyway = new TreeSet<>();
        ofOneMind(worlds.getFirst().subList(from, to)).keySet().stream()
                .filter(what -> worlds.stream()
                        .allMatch(it -> ofOneMind(it.subList(from, to)).getOrDefault(what, false)))
                .forEach(anyway::add);
        TreeSet<String> leaks = new TreeSet<>();
        always.values()
                .forEach(it -> it.forEach((what, sure) -> {
                    if (sure && !anyway.contains(what)) {
                        leaks.add(what);
                    }
                }));
        return leaks;
    }

    private static GapAnswer one(Optional<StaffGroup> group, int first, int second, int importance) {
        return Gaps.each(group, new int[] {first, second}, new int[] {importance, importance});
    }

    private static final List<GapAnswer> KINDS = List.of(
            one(Optional.empty(), 1, 1, 4),
            one(Optional.empty(), 1, 3, 4),
            one(Optional.empty(), 3, 3, 4),
            one(Optional.empty(), 4, 4, 4),
            one(Optional.empty(), 4, 4, 1),
            one(Optional.empty(), 1, 1, 1),
            one(Optional.empty(), Gaps.UNSURE, Gaps.UNSURE, 4));

    /** All that is told, each mean as it is written: one decimal, the limits outwards. */
    private static Object told(List<GapAnswer> world) {
        return told(world, 1);
    }

    private static Object told(List<GapAnswer> world, int areas) {
        return GapResult.of(world, Gaps.areas(areas)).topics().stream()
                .map(it -> List.of(
                        it.means().map(GapDisclosureTest::written),
                        it.tier(),
                        it.strength(),
                        it.marked(),
                        it.exercise(),
                        it.groups().stream()
                                .map(one ->
                                        List.of(one.group(), one.means().map(GapDisclosureTest::written), one.apart()))
                                .toList(),
                        it.statements()))
                .toList();
    }

    private static List<Long> written(Means means) {
        return java.util.stream.Stream.of(means.practice(), means.importance(), means.gap())
                .flatMap(it -> java.util.stream.Stream.of(
                        Math.round(it.value() * 10), (long) Math.floor(it.low() * 10 + 1e-9), (long)
                                Math.ceil(it.high() * 10 - 1e-9)))
                .toList();
    }

    @Test
    void of_five_to_nine_it_is_never_told_that_all_said_the_same() {
        for (int people = 5; people < 10; people++) {
            assertThat(leaks(worlds(List.of(people), List.of(KINDS)), 0, people, GapDisclosureTest::told))
                    .isEmpty();
        }
    }

    /** From ten on numbers are told; that a mean is hidden tells no more than the counts do. */
    @Test
    void nor_of_ten_or_eleven_by_counts_words_and_what_is_hidden() {
        for (int people = 10; people < 12; people++) {
            assertThat(leaks(worlds(List.of(people), List.of(KINDS)), 0, people, world -> {
                        TopicResult it =
                                GapResult.of(world, Gaps.areas(1)).topics().getFirst();
                        return List.of(it.means().isPresent(), it.tier(), it.marked(), it.statements());
                    }))
                    .isEmpty();
        }
    }

    /** Four areas of which three can be marked: what is left out tells nothing either. */
    @Test
    void what_is_marked_and_what_is_not_tells_nothing() {
        int[] ought = {4, 4, 4, 4};
        List<GapAnswer> kinds = IntStream.range(0, 16)
                .mapToObj(kind -> Gaps.answer(
                        Optional.empty(),
                        IntStream.range(0, 4)
                                .map(it -> (kind >> it & 1) == 0 ? 1 : 4)
                                .toArray(),
                        ought))
                .toList();
        assertThat(leaks(worlds(List.of(5), List.of(kinds)), 0, 5, it -> told(it, 4)))
                .isEmpty();
    }

    private static List<GapAnswer> both(StaffGroup group) {
        return List.of(one(Optional.of(group), 1, 1, 4), one(Optional.of(group), 4, 4, 4));
    }

    private static List<List<GapAnswer>> ofTwoGroups(int clinicians, int milieu) {
        return worlds(List.of(clinicians, milieu), List.of(both(StaffGroup.CLINICIAN), both(StaffGroup.MILIEU)));
    }

    @Test
    void two_groups_beside_each_other_tell_of_neither_that_all_said_the_same() {
        for (int clinicians = 5; clinicians < 10; clinicians++) {
            for (int milieu = 5; milieu < 10; milieu++) {
                List<List<GapAnswer>> worlds = ofTwoGroups(clinicians, milieu);
                assertThat(leaks(worlds, 0, clinicians, GapDisclosureTest::told))
                        .isEmpty();
                assertThat(leaks(worlds, clinicians, clinicians + milieu, GapDisclosureTest::told))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_few_outside_two_groups_are_not_told_of_by_what_is_left() {
        List<List<GapAnswer>> worlds = worlds(
                List.of(5, 5, 2),
                List.of(
                        both(StaffGroup.CLINICIAN),
                        both(StaffGroup.MILIEU),
                        List.of(one(Optional.empty(), 1, 1, 4), one(Optional.empty(), 4, 4, 4))));
        assertThat(leaks(worlds, 10, 12, GapDisclosureTest::told)).isEmpty();
    }

    // What this is good for: each of these tells it.

    @Test
    void counts_of_a_few_means_of_one_end_and_words_of_two_groups_beside_the_count_of_both_are_found() {
        List<List<GapAnswer>> six = worlds(List.of(6), List.of(KINDS));
        assertThat(leaks(six, 0, 6, it -> often(it))).as("a count").isNotEmpty();
        assertThat(leaks(
                        six,
                        0,
                        6,
                        it -> it.stream()
                                .mapToInt(one -> one.practice().getOrDefault("a0-0", 0))
                                .summaryStatistics()
                                .getMax()))
                .as("the most that anybody said")
                .isNotEmpty();
        assertThat(leaks(
                        ofTwoGroups(5, 5),
                        0,
                        5,
                        it -> List.of(
                                Told.of(often(it), 10),
                                Share.of(often(it.subList(0, 5)), 5),
                                Share.of(often(it.subList(5, 10)), 5))))
                .as("words for each group, whatever both together are")
                .isNotEmpty();
        assertThat(leaks(ofTwoGroups(6, 1), 6, 7, it -> List.of(Told.of(often(it), 7), often(it.subList(0, 6)))))
                .as("one who is left")
                .isNotEmpty();
    }

    private static int often(List<GapAnswer> world) {
        return (int) world.stream()
                .filter(it -> it.practice().getOrDefault("a0-0", 0) >= 3)
                .count();
    }
}
