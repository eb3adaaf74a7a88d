package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Addresses as people paste them. */
class AddressesTest {
    private static List<String> written(String typed) {
        return Addresses.read(typed).recipients().stream()
                .map(Addresses.Recipient::written)
                .toList();
    }

    @Test
    void lines_commas_semicolons_names_and_family_names_first_are_understood() {
        assertThat(written("""
                Kari.Li@Sundvik.invalid

                Ola Nordmann <ola@sundvik.invalid>; mailto:per@sundvik.invalid
                Eira, Risten <risten@sundvik.invalid>, "Sarre, Per-Ánte" <pa@sundvik.invalid>,
                a@sundvik.invalid b@sundvik.invalid
                """))
                .containsExactly(
                        "kari.li@sundvik.invalid",
                        "Ola Nordmann <ola@sundvik.invalid>",
                        "per@sundvik.invalid",
                        "Risten Eira <risten@sundvik.invalid>",
                        "Per-Ánte Sarre <pa@sundvik.invalid>",
                        "a@sundvik.invalid",
                        "b@sundvik.invalid");
    }

    @Test
    void a_first_line_of_a_spreadsheet_is_no_address() {
        Addresses read = Addresses.read("sep=;\nkari@sundvik.invalid\u00A0\n");
        assertThat(read.bad()).isEmpty();
        assertThat(read.recipients()).extracting(Addresses.Recipient::email).containsExactly("kari@sundvik.invalid");
    }

    @Test
    void what_is_no_address_is_told_with_its_line() {
        Addresses read = Addresses.read("""
                ok@sundvik.invalid
                kari.sundvik.invalid
                ola@sundvik
                <script>alert(1)</script>
                x..y@sundvik.invalid; Se www.vinn.invalid/penger <y@sundvik.invalid>
                kåre@sundvik.invalid, to@en@sundvik.invalid
                """);
        assertThat(read.recipients()).extracting(Addresses.Recipient::email).containsExactly("ok@sundvik.invalid");
        assertThat(read.bad()).extracting(Addresses.Bad::line).containsExactly(2, 3, 4, 5, 5, 6, 6);
        assertThat(read.bad())
                .filteredOn(Addresses.Bad::foreign)
                .extracting(Addresses.Bad::text)
                .containsExactly("kåre@sundvik.invalid");
    }

    @Test
    void an_address_has_one_form_however_it_was_typed_or_pasted() {
        for (String typed : List.of(
                "kari@blåbær.no",
                "Kari@BLÅBÆR.no\u00A0",
                "kari@xn--blbr-roah.no",
                "\u200Bkari\u2060@bla\u030Abær.no",
                "mailto:kari@blåbær.no",
                "ｋａｒｉ＠blåbær．no",
                "\u202Akari@blåbær.no\u202C")) {
            assertThat(MailAddress.of(typed)).as(typed).contains("kari@xn--blbr-roah.no");
        }
        assertThat(Addresses.read("kari@blåbær.no\u00A0ola@blåbær.no\tper@blåbær.no")
                        .recipients())
                .hasSize(3);
    }

    @Test
    void before_the_at_only_ascii_is_taken_and_that_is_told_apart() {
        for (String typed : List.of("kåre.ødegård@sundvik.invalid", "ŋ@sundvik.invalid", "ка@sundvik.invalid")) {
            assertThat(MailAddress.of(typed)).as(typed).isEmpty();
            assertThat(MailAddress.foreignBeforeAt(typed)).as(typed).isTrue();
        }
        for (String typed :
                List.of("", "@", "å", "å@", "kari@sundvik", "å b@sundvik.invalid", "\"å\"@sundvik.invalid")) {
            assertThat(MailAddress.of(typed)).as(typed).isEmpty();
            assertThat(MailAddress.foreignBeforeAt(typed)).as(typed).isFalse();
        }
    }

    @Test
    void an_address_that_stands_twice_is_one_and_is_told() {
        Addresses read = Addresses.read("kari@sundvik.invalid\nOla <KARI@sundvik.invalid>");
        assertThat(read.recipients()).hasSize(1);
        assertThat(read.repeated()).containsExactly(new Addresses.Repeated(2, 1, "kari@sundvik.invalid"));
    }

    @Test
    void what_is_read_can_be_written_and_read_again() {
        String list = IntStream.range(0, 500)
                .mapToObj(it -> "Navn Nummer <person" + it + "@sundvik.invalid>")
                .collect(Collectors.joining("; "));
        assertThat(String.join("\n", written(list)).lines().flatMap(it -> written(it).stream()))
                .containsExactlyElementsOf(written(list))
                .hasSize(500);
    }
}
