package no.samtidig.access;

import static no.samtidig.access.PasswordPolicy.Weakness.ABOUT_YOU;
import static no.samtidig.access.PasswordPolicy.Weakness.EASILY_GUESSED;
import static no.samtidig.access.PasswordPolicy.Weakness.TOO_LONG;
import static no.samtidig.access.PasswordPolicy.Weakness.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which passwords are good enough. */
class PasswordPolicyTest {
    private static final List<String> KARI =
            List.of("Kari Fjellheimsnes", "kari.fjellheimsnes@sundvik.invalid", "Elvetun");

    private final PasswordPolicy policy = new PasswordPolicy();

    @Test
    void words_in_a_row_are_good_enough_without_digits_or_signs() {
        for (String good :
                List.of("hest batteri stift kopp", "fire blå sykler i regn", "ånden øser ærlig", "zq7#Lm!x9Wp2")) {
            assertThat(policy.weakness(good, KARI)).as(good).isEmpty();
        }
    }

    @Test
    void short_and_endless_ones_are_refused() {
        assertThat(policy.weakness("zq7#Lm!x9Wp", KARI)).contains(TOO_SHORT);
        assertThat(policy.weakness("x7Q!".repeat(51), KARI)).contains(TOO_LONG);
    }

    @Test
    void what_everybody_tries_first_is_refused() {
        for (String common : List.of(
                "passord12345",
                "passordpassord",
                "sommersommer",
                "qwertyuiop12",
                "aaaaaaaaaaaa",
                "samtidig2026",
                "password1234")) {
            assertThat(policy.weakness(common, KARI)).as(common).contains(EASILY_GUESSED);
        }
    }

    @Test
    void what_is_about_the_person_is_refused_for_that_person_only() {
        for (String own : List.of("fjellheimsnes1", "kari.fjellheimsnes12", "KariFjellheimsnes1")) {
            assertThat(policy.weakness(own, KARI)).as(own).contains(ABOUT_YOU);
        }
        assertThat(policy.weakness("fjellheimsnes1", List.of("Ola Li"))).isEmpty();
    }

    @Test
    void what_everybody_tries_is_refused_however_it_is_put_together() {
        for (String common : List.of(
                "Norge2026norge", "Sverige-Norge-2027", "vinteren2026!!", "Høsten&Våren2026", "torsdagmars2026")) {
            assertThat(policy.weakness(common, KARI)).as(common).contains(EASILY_GUESSED);
        }
        for (String own : List.of(
                "KariVinter2026!!",
                "Fjellheimsnes-høst-27",
                "elvetun-elvetun",
                "Elvetun2026sommer",
                "kari.elvetun.1985")) {
            assertThat(policy.weakness(own, KARI)).as(own).isPresent();
        }
        assertThat(policy.weakness("kari liker brunost", KARI)).isEmpty();
    }

    @Test
    void a_very_long_password_is_judged_at_once() {
        assertThat(policy.weakness("a1".repeat(100), KARI)).contains(EASILY_GUESSED);
    }
}
