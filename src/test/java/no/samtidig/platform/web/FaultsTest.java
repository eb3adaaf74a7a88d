package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the log may hold of a path. */
class FaultsTest {
    @Test
    void a_one_time_links_token_is_left_out_and_an_ordinary_address_is_not() {
        assertThat(Faults.loggable("/invitasjon/" + "aB3_-".repeat(8) + "xyz")).isEqualTo("/invitasjon/…");
        assertThat(Faults.loggable("/moduler/grunnmodul/hjernen-belonning-og-frykt/et-oyeblikk"))
                .isEqualTo("/moduler/grunnmodul/hjernen-belonning-og-frykt/et-oyeblikk");
    }
}
