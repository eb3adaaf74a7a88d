package no.samtidig.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/**
 * Plays somebody who knows that a few answered, and what is told of them: whoever reads that all of six said the same knows what each of
 * them said. So for each way in which all of them can be of one mind there must be another that looks the same.
 */
@Proves(Promise.SMALL_GROUPS)
class OneMindTest {
    private static final List<String> VALUES = List.of("1", "2", "3", "vet-ikke");

    /** Every way in which so many can choose between the values. */
    private static List<Map<String, Integer>> worlds(int people, List<String> values) {
        if (values.size() == 1) {
            return List.of(people == 0 ? Map.of() : Map.of(values.getFirst(), people));
        }
        List<Map<String, Integer>> worlds = new ArrayList<>();
        for (int n = 0; n <= people; n++) {
            for (Map<String, Integer> others : worlds(people - n, values.subList(1, values.size()))) {
                Map<String, Integer> world = new HashMap<>(others);
                if (n > 0) {
                    world.put(values.getFirst(), n);
                }
                worlds.add(world);
            }
        }
        return worlds;
    }

    /** Sizes of groups for which something told is true of no world but those in which all gave one answer. */
    private static List<Integer> givenAway(BiFunction<Integer, Map<String, Integer>, Object> told) {
        List<Integer> givenAway = new ArrayList<>();
        for (int people = 5; people < 10; people++) {
            Map<Object, Boolean> oneMindOnly = new HashMap<>();
            for (Map<String, Integer> world : worlds(people, VALUES)) {
                oneMindOnly.merge(told.apply(people, world), world.size() == 1, Boolean::logicalAnd);
            }
            if (oneMindOnly.containsValue(true)) {
                givenAway.add(people);
            }
        }
        return givenAway;
    }

    @Test
    void of_a_few_it_is_never_told_that_all_said_the_same() {
        assertThat(givenAway(Tally::new)).isEmpty();
        assertThat(givenAway((people, world) -> Mean.of(new Tally(people, world))))
                .isEmpty();
        assertThat(givenAway((people, world) -> new Tally(people, world).median()))
                .isEmpty();
    }

    /** Nor where one may choose several, value by value. */
    @Test
    void nor_that_all_of_them_chose_a_value_or_all_but_one_did_not() {
        for (int people = 5; people < 10; people++) {
            Tally all = new Tally(people, Map.of("1", people, "2", 1));
            assertThat(all)
                    .isEqualTo(new Tally(people, Map.of("1", people - 1)))
                    .isNotEqualTo(new Tally(people, Map.of()));
            assertThat(all.band("1")).isEqualTo(Tally.Band.MOST);
            assertThat(all.band("2")).isEqualTo(Tally.Band.FEW);
            assertThat(new Tally(people, Map.of("1", 2)).band("1")).isEqualTo(Tally.Band.SOME);
        }
    }

    @Test
    void from_ten_on_it_is_told_exactly() {
        assertThat(new Tally(10, Map.of("1", 9, "2", 1)).of("2")).isEqualTo(1);
        assertThat(new Tally(10, Map.of("1", 9, "2", 1)).coarse()).isFalse();
    }

    // What this is good for: each of these tells it.

    @Test
    void exact_numbers_percent_and_means_are_found() {
        assertThat(givenAway((people, world) -> world)).as("exact numbers").containsExactly(5, 6, 7, 8, 9);
        assertThat(givenAway((people, world) -> {
                    Map<String, Long> percent = new HashMap<>();
                    world.forEach((value, n) -> percent.put(value, Math.round(100.0 * n / people)));
                    return percent;
                }))
                .as("percent")
                .isNotEmpty();
        assertThat(givenAway((people, world) -> world.getOrDefault("1", 0) * 1
                        + world.getOrDefault("2", 0) * 2
                        + world.getOrDefault("3", 0) * 3
                        + " of "
                        + (people - world.getOrDefault("vet-ikke", 0))))
                .as("a mean of one end of the scale")
                .isNotEmpty();
    }
}
