package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.samtidig.TestClock;
import org.junit.jupiter.api.Test;

/** Little by little is never too much. */
class RatesTest {
    private static final Rates.Limit SEARCH = new Rates.Limit("search", 4, Duration.ofMinutes(1));

    private final TestClock clock = new TestClock();
    private final Rates rates = new Rates(clock);

    @Test
    void who_was_stopped_goes_on_little_by_little_and_nobody_else_is_stopped() {
        for (int i = 0; i < SEARCH.most(); i++) {
            assertThat(rates.admits(SEARCH, "one")).isTrue();
        }
        assertThat(rates.admits(SEARCH, "one")).isFalse();
        assertThat(rates.admits(SEARCH, "another")).isTrue();
        clock.forward(Duration.ofSeconds(16));
        assertThat(rates.admits(SEARCH, "one")).isTrue();
        assertThat(rates.admits(SEARCH, "one")).isFalse();
        clock.forward(SEARCH.window().plusSeconds(1));
        assertThat(rates.admits(SEARCH, "one")).isTrue();
    }

    @Test
    void one_network_is_one_and_tells_how_many_count() {
        assertThat(rates.from(SEARCH, "192.0.2.1")).isZero();
        for (int i = 0; i < 9; i++) {
            rates.admitsFrom(SEARCH, "2001:db8:1:2::" + i);
        }
        assertThat(rates.from(SEARCH, "2001:db8:1:2:ffff::9")).isEqualTo(SEARCH.most());
        assertThat(rates.from(SEARCH, "2001:db8:1:3::5")).isZero();
        clock.forward(SEARCH.window());
        assertThat(rates.from(SEARCH, "2001:db8:1:2::1")).isZero();
    }

    @Test
    void a_clock_set_back_shuts_nobody_out() {
        clock.forward(Duration.ofDays(3));
        for (int i = 0; i < SEARCH.most(); i++) {
            rates.admits(SEARCH, "one");
        }
        clock.reset();
        clock.forward(SEARCH.window());
        assertThat(rates.admits(SEARCH, "one")).isFalse();
        clock.forward(SEARCH.window().dividedBy(2));
        assertThat(rates.from(SEARCH, "192.0.2.1")).isZero();
    }
}
