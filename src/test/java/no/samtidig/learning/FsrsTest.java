package no.samtidig.learning;

import static no.samtidig.learning.Fsrs.Grade.AGAIN;
import static no.samtidig.learning.Fsrs.Grade.EASY;
import static no.samtidig.learning.Fsrs.Grade.GOOD;
import static no.samtidig.learning.Fsrs.Grade.HARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import no.samtidig.learning.Fsrs.Grade;
import no.samtidig.learning.Fsrs.Memory;
import org.junit.jupiter.api.Test;

/** The algorithm against numbers that its reference implementations publish, and what must hold whatever the answers. */
class FsrsTest {
    /** The weights of the published long-term cases of ts-fsrs (FSRS-5, written as FSRS-6). */
    private static final double[] FIVE = {
        0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904, 0.3025,
        2.1214, 0.2498, 2.9466, 0.4891, 0.6468, 0.0, 0.5
    };

    private final Fsrs uncapped = new Fsrs(Fsrs.WEIGHTS, 36_500);
    private final Fsrs fsrs = new Fsrs();

    private static void published(List<Grade> grades, int[] intervals, double[] stabilities, double[] difficulties) {
        Fsrs five = new Fsrs(FIVE, 36_500);
        Memory memory = null;
        long waited = 0;
        for (int i = 0; i < grades.size(); i++) {
            int interval = five.interval(memory, waited, grades.get(i));
            memory = five.after(memory, waited, grades.get(i));
            assertThat(interval).as("interval " + i).isEqualTo(intervals[i]);
            assertThat(memory.stability()).as("stability " + i).isCloseTo(stabilities[i], withinPercentage(1e-4));
            assertThat(memory.difficulty()).as("difficulty " + i).isCloseTo(difficulties[i], within(1e-5));
            waited = interval;
        }
    }

    @Test
    void the_published_long_term_case_of_good_and_forgotten_answers() {
        published(
                List.of(GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD),
                new int[] {3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773},
                new double[] {
                    3.0412,
                    13.09130698,
                    48.15848988,
                    154.93732625,
                    445.05562739,
                    1158.07779739,
                    16.63063166,
                    3.01732209,
                    11.42247264,
                    37.37521902,
                    111.8752758,
                    306.5974569,
                    772.94026648
                },
                new double[] {
                    4.49094334,
                    4.26664289,
                    4.05746029,
                    3.86237659,
                    3.68044154,
                    3.51076891,
                    4.69833071,
                    5.55956298,
                    5.26323756,
                    4.98688448,
                    4.72915759,
                    4.4888015,
                    4.26464541
                });
    }

    @Test
    void the_published_long_term_cases_of_all_four_grades() {
        published(
                List.of(AGAIN, HARD, GOOD, EASY, AGAIN, HARD, GOOD, EASY),
                new int[] {1, 2, 6, 41, 4, 7, 21, 133},
                new double[] {
                    0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454
                },
                new double[] {7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547
                });
        published(
                List.of(EASY, AGAIN, HARD, GOOD, EASY, AGAIN, HARD, GOOD),
                new int[] {15, 3, 6, 27, 240, 10, 17, 60},
                new double[] {
                    15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542
                },
                new double[] {
                    1.16304343, 2.99573557, 3.59851762, 3.43436666, 2.60045771, 4.03816348, 4.46259158, 4.24020203
                });
    }

    @Test
    void the_published_memory_of_fsrs_6_after_six_reviews() {
        long[] waited = {0, 0, 1, 3, 8, 21};
        Memory memory = uncapped.after(null, 0, AGAIN);
        for (int i = 1; i < waited.length; i++) {
            memory = uncapped.after(memory, waited[i], GOOD);
        }
        assertThat(memory.stability()).isCloseTo(53.335106, within(1e-4));
        assertThat(memory.difficulty()).isCloseTo(6.3574867, within(1e-4));
    }

    @Test
    void the_published_intervals_of_fsrs_6_for_good_answers() {
        Memory memory = uncapped.after(uncapped.after(null, 0, GOOD), 0, GOOD);
        List<Integer> intervals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            intervals.add(uncapped.days(memory));
            memory = uncapped.after(memory, intervals.getLast(), GOOD);
        }
        assertThat(intervals).containsExactly(2, 11, 46, 163, 498);
    }

    @Test
    void the_published_first_memories_of_fsrs_6() {
        assertThat(Arrays.stream(Grade.values())
                        .map(it -> uncapped.after(null, 0, it).stability())
                        .toList())
                .containsExactly(0.212, 1.2931, 2.3065, 8.2956);
        assertThat(uncapped.after(null, 0, HARD).difficulty()).isCloseTo(5.11217071, within(1e-7));
        assertThat(uncapped.after(null, 0, GOOD).difficulty()).isCloseTo(2.11810397, within(1e-7));
        assertThat(uncapped.after(null, 0, EASY).difficulty()).isEqualTo(1);
    }

    @Test
    void here_a_first_wrong_answer_comes_tomorrow_an_unsure_one_the_day_after_and_a_right_one_a_day_later_still() {
        assertThat(fsrs.interval(null, 0, AGAIN)).isEqualTo(1);
        assertThat(fsrs.interval(null, 0, HARD)).isEqualTo(2);
        assertThat(fsrs.interval(null, 0, GOOD)).isEqualTo(3);
    }

    private Memory memory(List<Grade> history) {
        Memory memory = null;
        long waited = 0;
        for (Grade grade : history) {
            int next = fsrs.interval(memory, waited, grade);
            memory = fsrs.after(memory, waited, grade);
            waited = next;
        }
        return java.util.Objects.requireNonNull(memory);
    }

    @Property
    void a_right_answer_on_the_day_makes_the_interval_longer_and_never_beyond_the_cap(
            @ForAll @Size(min = 1, max = 12) List<Grade> history) {
        Memory memory = memory(history);
        int waited = fsrs.days(memory);
        assertThat(fsrs.interval(memory, waited, GOOD))
                .isLessThanOrEqualTo(Fsrs.LONGEST)
                .isGreaterThanOrEqualTo(Math.min(waited + 1, Fsrs.LONGEST));
    }

    @Property
    void a_wrong_answer_comes_sooner_than_an_unsure_one_and_that_sooner_than_a_right_one(
            @ForAll @Size(min = 1, max = 12) List<Grade> history, @ForAll @LongRange(max = 2000) long waited) {
        Memory memory = memory(history);
        int again = fsrs.interval(memory, waited, AGAIN);
        int hard = fsrs.interval(memory, waited, HARD);
        int good = fsrs.interval(memory, waited, GOOD);
        assertThat(again).isPositive().isLessThan(hard);
        assertThat(hard).isLessThanOrEqualTo(good).isLessThanOrEqualTo(Fsrs.LONGEST);
        assertThat(hard == Fsrs.LONGEST || hard < good).isTrue();
        assertThat(fsrs.after(memory, waited, AGAIN).stability()).isLessThanOrEqualTo(memory.stability());
    }

    @Property
    void the_chance_of_remembering_falls_with_time_and_is_nine_in_ten_when_stability_has_passed(
            @ForAll @IntRange(min = 1, max = 10_000) int stability,
            @ForAll @DoubleRange(min = 1, max = 10) double difficulty) {
        Memory memory = new Memory(stability, difficulty);
        assertThat(fsrs.retrievability(memory, 0)).isEqualTo(1);
        assertThat(fsrs.retrievability(memory, stability)).isCloseTo(0.9, within(1e-9));
        assertThat(fsrs.retrievability(memory, stability + 1L)).isLessThan(0.9).isPositive();
    }

    @Property
    void spreading_keeps_to_the_range_is_the_same_every_time_and_never_passes_the_cap(
            @ForAll @IntRange(min = 1, max = Fsrs.LONGEST) int interval, @ForAll long seed) {
        int spread = fsrs.spread(interval, seed);
        assertThat(spread).isEqualTo(fsrs.spread(interval, seed)).isBetween(1, Fsrs.LONGEST);
        assertThat(Math.abs(spread - interval)).isLessThanOrEqualTo((int) Math.round(2 + 0.15 * interval));
    }

    @Test
    void what_has_one_interval_comes_back_on_several_days() {
        List<Integer> days = LongStream.range(0, 100)
                .mapToObj(it -> fsrs.spread(11, it))
                .distinct()
                .toList();
        assertThat(days).hasSizeGreaterThan(3);
        assertThat(Collections.min(days)).isEqualTo(9);
        assertThat(Collections.max(days)).isEqualTo(13);
    }

    @Test
    void what_is_no_memory_is_refused() {
        assertThatThrownBy(() -> new Memory(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Memory(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Memory(1, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fsrs(new double[19], 180)).isInstanceOf(IllegalArgumentException.class);
    }
}
