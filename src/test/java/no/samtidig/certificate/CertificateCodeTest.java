package no.samtidig.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/** Codes people can read, type and not guess. */
@Proves(Promise.CERTIFICATE)
class CertificateCodeTest {
    private static final CertificateCode CODE = new CertificateCode("K7QF2M9XHJ1T0RWP");

    @Test
    void it_is_read_as_people_write_it() {
        assertThat(CODE.shown()).isEqualTo("K7QF-2M9X-HJ1T-0RWP");
        for (String typed : new String[] {
            "K7QF-2M9X-HJ1T-0RWP",
            "k7qf2m9xhj1t0rwp",
            " k7qf 2m9x hjIt orwp ",
            "K7QF–2M9X–HJLT–ORWP",
            "k7qf.2m9x.hj1t.0rwp\n",
            "\u00A0K7QF-2M9X-HJ1T-0RWP\u00A0",
            "K7QF\u00A02M9X\u202FHJ1T\u20110RWP\u200B",
            "https://samtidig.example/kursbevis/K7QF-2M9X-HJ1T-0RWP",
            " samtidig.example/kursbevis/k7qf-2m9x-hj1t-0rwp/ ",
            "https://samtidig.example/kursbevis/K7QF-2M9X-HJ1T-0RWP?fra=cv/2026#topp\u00A0"
        }) {
            assertThat(CertificateCode.read(typed)).as(typed).contains(CODE);
        }
    }

    @Test
    void what_cannot_be_a_code_is_none() {
        for (String typed : new String[] {
            "",
            "/",
            "?",
            "https://samtidig.example/kursbevis/",
            "K7QF",
            "K7QF-2M9X-HJ1T-0RWP-7",
            "K7QF-2M9X-HJ1T-0RWU",
            "K7QF-2M9X-HJ1T-0RW'"
        }) {
            assertThat(CertificateCode.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void two_are_never_alike_and_every_letter_is_used() {
        SecureRandom random = new SecureRandom();
        String all = IntStream.range(0, 2000)
                .mapToObj(_ -> CertificateCode.random(random).value())
                .distinct()
                .collect(Collectors.joining());
        assertThat(all).hasSize(2000 * 16);
        assertThat(all.chars().distinct().count()).isEqualTo(32);
    }
}
