package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of an address reaches the log. */
class FaultsTest {
    @Test
    void a_code_that_opens_something_is_not_logged_and_the_rest_is() {
        assertThat(Faults.logged("/min-side/kursbevis/K7QF-2M9X-HJ3T-8RWP/kursbevis.pdf"))
                .isEqualTo("/min-side/kursbevis/…/kursbevis.pdf");
        assertThat(Faults.logged("/kursbevis/k7qf-2m9x-hj3t-8rwp")).isEqualTo("/kursbevis/…");
        assertThat(Faults.logged("/moduler/grunnmodul/a-tore-a-sporre/et-oyeblikk"))
                .isEqualTo("/moduler/grunnmodul/a-tore-a-sporre/et-oyeblikk");
    }
}
