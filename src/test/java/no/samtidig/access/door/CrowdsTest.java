package no.samtidig.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.platform.Rates;
import org.junit.jupiter.api.Test;

/** A crowd at an address comes last there, later and later, and nobody else does. */
@RenewedApp(eachTest = true)
class CrowdsTest {
    private static final KnownDevices.Source UNKNOWN = new KnownDevices.Source("address 192.0.2.1", false);
    private static final KnownDevices.Source KNOWN = new KnownDevices.Source("device x", true);

    private final Rates rates = App.shared().bean(Rates.class);
    private final Crowds crowds = new Crowds(rates);

    @Test
    void a_crowd_comes_last_at_its_address_only_and_never_those_who_are_known() {
        assertThat(crowds.standing(UNKNOWN, "192.0.2.1").turn()).isEqualTo(Turn.SECOND);
        for (int i = 0; i <= Crowds.CROWD; i++) {
            rates.admitsFrom(Crowds.WRONG, "192.0.2.1");
        }
        assertThat(crowds.standing(UNKNOWN, "192.0.2.1").turn()).isEqualTo(Turn.LAST);
        assertThat(crowds.standing(KNOWN, "192.0.2.1").turn()).isEqualTo(Turn.FIRST);
        assertThat(crowds.standing(UNKNOWN, "192.0.2.2").turn()).isEqualTo(Turn.SECOND);
    }

    @Test
    void a_network_address_is_one_lane_and_a_known_device_another() {
        assertThat(crowds.standing(UNKNOWN, "192.0.2.1").lane())
                .isEqualTo(crowds.standing(UNKNOWN, "192.0.2.1").lane())
                .isNotEqualTo(crowds.standing(UNKNOWN, "192.0.2.2").lane())
                .isNotEqualTo(crowds.standing(KNOWN, "192.0.2.1").lane());
        assertThat(crowds.standing(UNKNOWN, "2001:db8::1").lane())
                .as("one household has them all")
                .isEqualTo(crowds.standing(UNKNOWN, "2001:db8::2").lane());
    }

    @Test
    void the_more_wrong_ones_the_later_the_answer_up_to_some_seconds() {
        assertThat(Crowds.late(0)).isZero();
        assertThat(Crowds.late(Crowds.CALM)).isZero();
        assertThat(Crowds.late(Crowds.CROWD)).isEqualTo(Duration.ofMillis(800));
        assertThat(Crowds.late(Crowds.WRONG.most())).isEqualTo(Duration.ofSeconds(5));
    }
}
