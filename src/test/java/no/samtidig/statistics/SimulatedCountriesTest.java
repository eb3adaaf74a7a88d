package no.samtidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import no.samtidig.statistics.SimulatedCountry.Effect;
import org.junit.jupiter.api.Test;

/** A few of the simulated countries of {@code bin/simulate-estimators}: enough to notice an estimator that is wrong. */
class SimulatedCountriesTest {
    @Test
    void a_growing_effect_is_found_by_the_roll_up_and_missed_by_the_labelled_comparison() {
        Map<String, SimulatedCountries.Score> scores = scores(Effect.GROWING);
        assertRight(scores, "roll_overall", "gt_overall", "gt_placebo");
        assertThat(of(scores, "twfe_cr2, own start").coverage()).isLessThan(0.6);
        assertThat(of(scores, "twfe_cr2, own start").bias()).isGreaterThan(0.15);
    }

    @Test
    void a_fading_effect_too() {
        Map<String, SimulatedCountries.Score> scores = scores(Effect.FADING);
        assertRight(scores, "roll_overall", "gt_overall");
        assertThat(of(scores, "twfe_cr2, own start").coverage()).isLessThan(0.6);
    }

    @Test
    void where_nothing_happens_everybody_says_so() {
        assertRight(scores(Effect.NONE), "roll_overall", "gt_overall", "twfe_cr2, own start");
    }

    @Test
    void the_gate_seldom_opens_where_areas_do_not_differ() {
        assertThat(SimulatedCountries.gateErrors(LongStream.rangeClosed(1, 400), 12))
                .isBetween(0.02, 0.08);
    }

    private static void assertRight(Map<String, SimulatedCountries.Score> scores, String... names) {
        for (String name : names) {
            assertThat(of(scores, name).coverage()).as(name).isBetween(0.88, 1.0);
            assertThat(Math.abs(of(scores, name).biasInErrors())).as(name).isLessThan(3.5);
        }
    }

    private static SimulatedCountries.Score of(Map<String, SimulatedCountries.Score> scores, String name) {
        return Objects.requireNonNull(scores.get(name));
    }

    private static Map<String, SimulatedCountries.Score> scores(Effect effect) {
        return SimulatedCountries.countries(LongStream.rangeClosed(1, 120), 40, effect);
    }
}
