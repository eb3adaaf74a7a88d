package no.samtidig.improvement.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/**
 * Somebody who sat in the room, knows how many voted, and reads the closed screen: of no area does it follow that all voted for it, all but
 * one, one, or nobody. How the areas go together is told by no number at all, since each vote is counted for itself.
 */
@Proves(Promise.SMALL_GROUPS)
class VotesDisclosureTest {
    private static final List<String> AREAS = List.of("a", "b", "c");

    /** What somebody may have voted for. */
    private static final List<Set<String>> BALLOTS = List.of(
            Set.of("a"),
            Set.of("b"),
            Set.of("c"),
            Set.of("a", "b"),
            Set.of("a", "c"),
            Set.of("b", "c"),
            Set.of("a", "b", "c"));

    private static List<List<Set<String>>> worlds(int voters, List<Set<String>> ballots) {
        if (ballots.size() == 1 || voters == 0) {
            return List.of(Collections.nCopies(voters, ballots.getFirst()));
        }
        List<List<Set<String>>> worlds = new ArrayList<>();
        for (int n = 0; n <= voters; n++) {
            for (List<Set<String>> others : worlds(voters - n, ballots.subList(1, ballots.size()))) {
                List<Set<String>> world = new ArrayList<>(Collections.nCopies(n, ballots.getFirst()));
                world.addAll(others);
                worlds.add(world);
            }
        }
        return worlds;
    }

    private static Map<String, Integer> counted(List<Set<String>> world) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        AREAS.forEach(area -> counted.put(
                area, (int) world.stream().filter(it -> it.contains(area)).count()));
        return counted;
    }

    private static Object screen(List<Set<String>> world) {
        return Votes.of(world.size(), counted(world))
                .map(votes -> List.of(
                        votes.voters(),
                        AREAS.stream()
                                .map(it ->
                                        List.of(votes.group(it), votes.votes().getOrDefault(it, 0), votes.orMore(it)))
                                .toList(),
                        votes.scattered()))
                .map(Object.class::cast)
                .orElse("");
    }

    private static Map<String, Boolean> ofOneMind(List<Set<String>> world) {
        Map<String, Boolean> minds = new LinkedHashMap<>();
        counted(world).forEach((area, n) -> {
            minds.put("all for " + area, n == world.size());
            minds.put("nobody for " + area, n == 0);
            minds.put("one for " + area, n == 1);
            minds.put("all but one for " + area, n == world.size() - 1);
        });
        return minds;
    }

    private static Set<String> leaks(int voters, Function<List<Set<String>>, Object> told) {
        Map<Object, Map<String, Boolean>> always = new HashMap<>();
        for (List<Set<String>> world : worlds(voters, BALLOTS)) {
            always.merge(told.apply(world), ofOneMind(world), (a, b) -> {
                Map<String, Boolean> both = new LinkedHashMap<>(a);
                b.forEach((what, it) -> both.merge(what, it, Boolean::logicalAnd));
                return both;
            });
        }
        return always.values().stream()
                .flatMap(it -> it.entrySet().stream())
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_closed_screen_tells_of_no_area_that_all_or_nobody_voted_for_it() {
        for (int voters = 1; voters < 9; voters++) {
            assertThat(leaks(voters, VotesDisclosureTest::screen))
                    .as(voters + " voted")
                    .isEmpty();
        }
    }

    // What this is good for.

    @Test
    void plain_counts_and_counts_beside_how_many_votes_there_were_are_found() {
        assertThat(leaks(6, VotesDisclosureTest::counted)).isNotEmpty();
        assertThat(leaks(
                        5,
                        world -> List.of(
                                screen(world),
                                counted(world).values().stream()
                                        .mapToInt(it -> it)
                                        .sum())))
                .as("with all votes in one number")
                .isNotEmpty();
    }
}
