package no.samtidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import no.samtidig.App;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers with a check digit, and names that may stand in mails. */
class OrganisationNumberTest {
    @Test
    void a_number_has_nine_digits_and_the_right_last_one() {
        assertThat(OrganisationNumber.of("991324968")).isPresent();
        assertThat(OrganisationNumber.of(" 991 324\u00a0968 ")).contains(new OrganisationNumber("991324968"));
        assertThat(new OrganisationNumber("991324968").spaced()).isEqualTo("991 324 968");
        for (String wrong : new String[] {
            "",
            "991324967",
            "993124968",
            "99132496",
            "9913249680",
            "99132496X",
            "٩٩١٣٢٤٩٦٨",
            "1".repeat(100_000),
            "100000009"
        }) {
            assertThat(OrganisationNumber.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void every_wrong_last_digit_is_found() {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(OrganisationNumber.of("99132496" + digit).isPresent()).isEqualTo(digit == 8);
        }
    }

    @Test
    void the_numbers_of_the_reference_data_are_right() {
        assertThat(App.shared()
                        .bean(JdbcClient.class)
                        .sql("select number from organisation.owner where number is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(it -> OrganisationNumber.of(it).isPresent());
    }

    @Test
    void a_name_is_one_clean_line_without_a_web_address() {
        assertThat(PlaceName.of("  Døgnenhet \t rus\n")).contains(new PlaceName("Døgnenhet rus"));
        assertThat(PlaceName.of("Kárášjoga gielda")).isPresent();
        assertThat(PlaceName.of("A\u030asgard")).contains(new PlaceName("Åsgard"));
        for (String wrong : new String[] {
            "", " ", "—", "https://ond.example", "www.ond.example", "x".repeat(121), "x".repeat(1_000_000)
        }) {
            assertThat(PlaceName.of(wrong))
                    .as(wrong.substring(0, Math.min(20, wrong.length())))
                    .isEmpty();
        }
    }
}
