package no.samtidig.improvement.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rule that sorts areas, on the example in {@code journey.md} section 3 and on areas that do not differ. */
class TiersTest {
    private static final double[][] EXAMPLE = {
        {2, 1, .5, 1}, {1.5, 1, 0, .5}, {2.5, 1.5, 1, 2}, {1, 1, .5, .5}, {2, .5, 1, 1.5},
        {3, 2, 1, 1}, {1.5, .5, .5, 1}, {2, 1.5, 0, 0}, {1, .5, .5, 1.5}, {2.5, 1, 1, 2}
    };

    private static List<Map<String, Double>> people(double[][] rows) {
        List<Map<String, Double>> people = new ArrayList<>();
        for (double[] row : rows) {
            Map<String, Double> person = new TreeMap<>();
            for (int i = 0; i < row.length; i++) {
                person.put(String.valueOf((char) ('A' + i)), row[i]);
            }
            people.add(person);
        }
        return people;
    }

    private static List<String> areas(int many) {
        return java.util.stream.IntStream.range(0, many)
                .mapToObj(it -> String.valueOf((char) ('A' + it)))
                .toList();
    }

    @Test
    void the_worked_example_gives_one_area_with_the_largest_gap_and_one_with_the_smallest() {
        Tiers tiers = Tiers.of(people(EXAMPLE), areas(4), 0);
        assertThat(tiers.open()).isTrue();
        assertThat(tiers.of())
                .isEqualTo(Map.of("A", Tier.LARGEST, "B", Tier.MIDDLE, "C", Tier.SMALLEST, "D", Tier.MIDDLE));
    }

    @Test
    void whoever_rates_everything_higher_changes_nothing() {
        double[][] stricter = new double[EXAMPLE.length][];
        for (int i = 0; i < EXAMPLE.length; i++) {
            double by = i;
            stricter[i] = java.util.Arrays.stream(EXAMPLE[i]).map(it -> it + by).toArray();
        }
        assertThat(Tiers.of(people(stricter), areas(4), 0)).isEqualTo(Tiers.of(people(EXAMPLE), areas(4), 0));
    }

    @Test
    void nine_people_are_too_few_and_so_is_somebody_with_five_areas() {
        assertThat(Tiers.of(people(EXAMPLE).subList(0, 9), areas(4), 0).open()).isFalse();
        assertThat(Tiers.of(people(EXAMPLE), areas(4), 6).of()).isEmpty();
    }

    @Test
    void a_gap_of_less_than_one_step_is_not_the_largest_however_sure_it_is() {
        double[][] small = new double[12][];
        for (int i = 0; i < small.length; i++) {
            small[i] = new double[] {.9, i % 2 == 0 ? .1 : 0, 0, 0};
        }
        assertThat(Tiers.of(people(small), areas(4), 0).of()).containsEntry("A", Tier.MIDDLE);
    }

    @Test
    void where_all_are_of_one_mind_nothing_is_told_apart() {
        double[][] alike = new double[12][];
        java.util.Arrays.setAll(alike, it -> new double[] {2, 1, 0, 1});
        assertThat(Tiers.of(people(alike), areas(4), 0).open()).isFalse();
    }

    /** 5 % of units without any difference, give or take what 1,000 of them can show. */
    @Test
    void areas_that_do_not_differ_are_seldom_told_apart() {
        Random chance = new Random(12);
        int opened = 0;
        for (int unit = 0; unit < 1_000; unit++) {
            double[][] rows = new double[12][11];
            for (double[] row : rows) {
                double own = chance.nextGaussian() / 2;
                java.util.Arrays.setAll(row, _ -> 1 + own + chance.nextGaussian() * .6);
            }
            opened += Tiers.of(people(rows), areas(11), 6).open() ? 1 : 0;
        }
        assertThat(opened).isBetween(25, 75);
    }
}
