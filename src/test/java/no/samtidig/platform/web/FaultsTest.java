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

    @Test
    void a_code_that_opens_something_is_not_logged_and_the_rest_is() {
        assertThat(Faults.loggable("/min-side/kursbevis/K7QF-2M9X-HJ3T-8RWP/kursbevis.pdf"))
                .isEqualTo("/min-side/kursbevis/…/kursbevis.pdf");
        assertThat(Faults.loggable("/kursbevis/k7qf-2m9x-hj3t-8rwp")).isEqualTo("/kursbevis/…");
        assertThat(Faults.loggable("/svar/0123456789abcdef")).isEqualTo("/svar/…");
        assertThat(Faults.loggable("/svar/0123%20456789ABCDEF/ikke-minn")).isEqualTo("/svar/…/ikke-minn");
        assertThat(Faults.loggable("/moduler/grunnmodul/a-tore-a-sporre/et-oyeblikk"))
                .isEqualTo("/moduler/grunnmodul/a-tore-a-sporre/et-oyeblikk");
    }
}
