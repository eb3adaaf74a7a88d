package no.samtidig.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import no.samtidig.questionnaire.Item;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Means and intervals against figures worked out elsewhere: R 4, {@code t.test}, and the tables of Student. */
class MeanTest {
    private static final Offset<Double> CLOSE = within(0.0005);

    private static Mean mean(Map<String, Integer> counts) {
        return Mean.of(new Tally(20, counts)).orElseThrow();
    }

    @Test
    void ten_answers_on_a_scale_of_five() {
        // 1 2 2 3 3 3 4 4 4 5: mean 3.1, s = sqrt(12.9 / 9) = 1.19722, t(0.975; 9) = 2.26216
        Mean mean = mean(Map.of("1", 1, "2", 2, "3", 3, "4", 3, "5", 1));
        assertThat(mean.value()).isCloseTo(3.1, CLOSE);
        assertThat(mean.deviation()).isCloseTo(1.19722, CLOSE);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(3.1 - 0.85644, CLOSE);
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(3.1 + 0.85644, CLOSE);
    }

    @Test
    void those_who_were_unsure_are_not_in_it() {
        assertThat(mean(Map.of("1", 2, "5", 2, Item.UNSURE, 16))).isEqualTo(new Mean(4, 3, Math.sqrt(16 / 3.0)));
        assertThat(Mean.of(new Tally(5, Map.of(Item.UNSURE, 5)))).isEmpty();
    }

    @Test
    void where_all_answered_the_same_or_one_answered_there_is_no_interval() {
        assertThat(mean(Map.of("4", 12)).interval()).isEmpty();
        assertThat(mean(Map.of("4", 1)).interval()).isEmpty();
    }

    @Test
    void the_difference_is_welchs() {
        // 1 2 3 4 5 against 2 4 6 8 10: variances 2.5 and 10, error sqrt(0.5 + 2) = 1.58114, freedom 6.25 / (0.25 / 4 +
        // 4 / 4) = 5.88235,
        // t(0.975; 5.88235) = 2.45883
        Mean earlier = mean(Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 1));
        Mean later = mean(Map.of("2", 1, "4", 1, "6", 1, "8", 1, "10", 1));
        Mean.Difference difference = later.since(earlier);
        assertThat(difference.value()).isCloseTo(3, CLOSE);
        assertThat(difference.interval().orElseThrow().low()).isCloseTo(3 - 1.58114 * 2.45883, within(0.005));
        assertThat(difference.interval().orElseThrow().high()).isCloseTo(3 + 1.58114 * 2.45883, within(0.005));
        assertThat(mean(Map.of("4", 5)).since(mean(Map.of("3", 5))).interval()).isEmpty();
    }

    @Test
    void the_middle_of_numbers_that_lie_together() {
        assertThat(new Tally(18, Map.of("0..4", 8, "5..9", 4, "10..19", 6)).median())
                .contains(new Tally.Bin(5, 9, "5..9"));
        assertThat(new Tally(10, Map.of("-5..-1", 5, "0..4", 5)).median()).contains(new Tally.Bin(-5, -1, "-5..-1"));
        assertThat(new Tally(5, Map.of()).median()).isEmpty();
    }
}
