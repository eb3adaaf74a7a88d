package no.samtidig.improvement.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.samtidig.statistics.Undefined;
import org.junit.jupiter.api.Test;

/** How far a group of coaches agrees: counted by hand, and told only where nobody can be seen in it. */
class GroupAgreementTest {
    private static final HalfYear HALF = new HalfYear(2026, 2);

    @Test
    void pairs_of_coaches_are_counted_one_thing_at_a_time() {
        GroupAgreement it = GroupAgreement.of(
                HALF, List.of(Map.of("x", 3, "y", 1), Map.of("x", 3, "y", 2), Map.of("x", 4, "y", 4)));
        assertThat(it.pairs()).isEqualTo(6); // three pairs, two things
        assertThat(it.exact()).as("3 and 3").isEqualTo(1);
        assertThat(it.withinOne()).as("3-3, 3-4 twice, 1-2").isEqualTo(4);
        assertThat(it.exactPercent()).isEqualTo(17);
        assertThat(it.withinOnePercent()).isEqualTo(67);
        // by hand: shares 1/6 each of 1, 2; 1/3 each of 3, 4: chance = (1/4)(2·5/36 + 2·2/9) = 13/72; (1/6 − 13/72)/(1
        // − 13/72)
        assertThat(it.ac1().number().orElseThrow()).isCloseTo((1 / 6.0 - 13 / 72.0) / (1 - 13 / 72.0), within(1e-12));
    }

    @Test
    void where_everybody_set_one_level_agreement_beyond_chance_is_not_defined() {
        GroupAgreement it = GroupAgreement.of(HALF, Collections.nCopies(10, Map.of("x", 3)));
        assertThat(it.exactPercent()).isEqualTo(100);
        assertThat(it.ac1().reason()).contains(Undefined.ONE_CATEGORY_ONLY);
        assertThat(it.ac2().reason()).contains(Undefined.ONE_CATEGORY_ONLY);
    }

    @Test
    void nothing_under_five_words_under_ten_then_numbers() {
        Map<String, Integer> one = Map.of("x", 3, "y", 2);
        assertThat(GroupAgreement.of(HALF, List.of()).told()).isFalse();
        assertThat(GroupAgreement.of(HALF, Collections.nCopies(4, one)).told()).isFalse();
        GroupAgreement five = GroupAgreement.of(HALF, Collections.nCopies(5, one));
        assertThat(five.told()).isTrue();
        assertThat(five.numbers()).isFalse();
        assertThat(GroupAgreement.of(HALF, Collections.nCopies(10, one)).numbers())
                .isTrue();
    }

    @Test
    void the_words_follow_the_counts() {
        assertThat(words(3, 3, 3, 3, 3)).isEqualTo(GroupAgreement.Words.MOSTLY);
        assertThat(words(3, 3, 3, 4, 4)).isEqualTo(GroupAgreement.Words.NEAR);
        assertThat(words(1, 2, 3, 4, 5)).isEqualTo(GroupAgreement.Words.APART);
    }

    private static GroupAgreement.Words words(Integer... levels) {
        return GroupAgreement.of(
                        HALF,
                        List.of(levels).stream().map(it -> Map.of("x", it)).toList())
                .words();
    }
}
