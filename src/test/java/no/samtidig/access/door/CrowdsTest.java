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

    private final Crowds crowds = new Crowds(App.shared().bean(Rates.class));

    @Test
    void a_crowd_comes_last_at_its_address_only_and_never_those_who_are_known() {
        assertThat(crowds.turn(UNKNOWN, "192.0.2.1")).isEqualTo(Turn.SECOND);
        for (int i = 0; i <= Crowds.CROWD; i++) {
            crowds.refused("192.0.2.1");
        }
        assertThat(crowds.turn(UNKNOWN, "192.0.2.1")).isEqualTo(Turn.LAST);
        assertThat(crowds.turn(KNOWN, "192.0.2.1")).isEqualTo(Turn.FIRST);
        assertThat(crowds.turn(UNKNOWN, "192.0.2.2")).isEqualTo(Turn.SECOND);
    }

    @Test
    void the_more_wrong_ones_the_later_the_answer_up_to_some_seconds() {
        assertThat(Crowds.late(0)).isZero();
        assertThat(Crowds.late(Crowds.CROWD)).isZero();
        assertThat(Crowds.late(100)).isEqualTo(Duration.ofMillis(1500));
        assertThat(Crowds.late(Crowds.WRONG.most())).isEqualTo(Duration.ofSeconds(5));
    }
}
