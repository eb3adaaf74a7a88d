package no.samtidig.improvement.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/**
 * Somebody who sat in the room, knows how many voted and that each had one to three votes, and reads the closed screen: of no area does it
 * follow that all voted for it, all but one, one, or nobody. Tried for every way in which so many can have voted for eleven areas; areas are
 * alike, so that only how often each number of votes occurs is gone through.
 */
@Proves(Promise.SMALL_GROUPS)
class VotesDisclosureTest {
    private static final int AREAS = 11;

    /** Votes by area, in no order: each at most one from everybody, and one to three from each. */
    private static List<List<Integer>> worlds(int voters) {
        List<List<Integer>> worlds = new ArrayList<>();
        add(worlds, new ArrayList<>(), voters, voters);
        return worlds;
    }

    private static void add(List<List<Integer>> worlds, List<Integer> begun, int most, int voters) {
        int sum = begun.stream().mapToInt(it -> it).sum();
        if (sum > Votes.EACH * voters) {
            return;
        }
        if (begun.size() == AREAS) {
            if (sum >= voters) {
                worlds.add(List.copyOf(begun));
            }
            return;
        }
        for (int n = 0; n <= most; n++) {
            begun.add(n);
            add(worlds, begun, n, voters);
            begun.removeLast();
        }
    }

    /** What stands at each area on the screen. */
    private static List<String> screen(List<Integer> world, int voters, boolean always) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        IntStream.range(0, AREAS).forEach(area -> counted.put("a" + area, world.get(area)));
        Votes votes = Votes.of(voters, counted).orElseThrow();
        return counted.keySet().stream()
                .map(it -> votes.group(it) == Votes.Group.FEW || !(always || votes.counted())
                        ? votes.group(it).code()
                        : votes.group(it).code() + votes.votes().get(it) + votes.orMore(it))
                .toList();
    }

    /**
     * Whether the groups alone are all the votes there were: five areas that each have half of five voters. Then they tell that nobody voted
     * for anything else, and no rule about numbers prevents it. Known, and left: the groups are what a meeting is for.
     */
    private static boolean groupsAreAll(List<Integer> world, int voters) {
        return world.stream()
                        .mapToInt(n -> 2 * n >= voters
                                ? (voters + 1) / 2
                                : n >= 2 && 4 * n >= voters ? Math.max(2, (voters + 3) / 4) : 0)
                        .sum()
                == Votes.EACH * voters;
    }

    /** Numbers of votes that follow exactly from what stands at an area, beside what stands at the others. */
    private static Set<Integer> leaks(int voters, BiFunction<List<Integer>, Integer, List<String>> told) {
        Map<List<String>, Map<String, Set<Integer>>> possible = new HashMap<>();
        for (List<Integer> world : worlds(voters)) {
            if (groupsAreAll(world, voters)) {
                continue;
            }
            List<String> there = told.apply(world, voters);
            List<String> screen = new ArrayList<>(there);
            Collections.sort(screen);
            Map<String, Set<Integer>> here = possible.computeIfAbsent(screen, _ -> new TreeMap<>());
            for (int area = 0; area < AREAS; area++) {
                here.computeIfAbsent(there.get(area), _ -> new TreeSet<>()).add(world.get(area));
            }
        }
        Set<Integer> leaks = new TreeSet<>();
        possible.values().stream()
                .flatMap(it -> it.values().stream())
                .filter(it -> it.size() == 1)
                .forEach(leaks::addAll);
        leaks.retainAll(Set.of(0, 1, voters - 1, voters));
        return leaks;
    }

    @Test
    void the_closed_screen_tells_of_no_area_that_all_or_nobody_voted_for_it_nor_all_but_one_or_one() {
        for (int voters = 5; voters < 9; voters++) {
            assertThat(leaks(voters, (world, n) -> screen(world, n, false)))
                    .as(voters + " voted")
                    .isEmpty();
        }
    }

    @Test
    void of_fewer_than_five_there_is_nothing() {
        assertThat(Votes.of(4, Map.of("a", 2))).isEmpty();
    }

    // What this is good for.

    @Test
    void numbers_that_are_all_the_votes_there_were_and_plain_numbers_are_found() {
        assertThat(leaks(5, (world, n) -> screen(world, n, true)))
                .as("numbers also where they are all votes")
                .isNotEmpty();
        assertThat(leaks(6, (world, _) -> world.stream().map(String::valueOf).toList()))
                .as("plain numbers")
                .isNotEmpty();
    }
}
