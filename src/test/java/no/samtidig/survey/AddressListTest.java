package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.survey.AddressList.Bad.Kind;
import no.samtidig.survey.AddressList.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of addresses as people's spreadsheets save them, and everything that is wrong with them. */
class AddressListTest {
    private static final List<Unit> UNITS = List.of(
            unit("no.a.elvetun", "Elvetun døgnenhet"), unit("no.a.team", "Teamet"), unit("no.b.team", "Teamet"));

    private static Unit unit(String path, String name) {
        return new Unit(new UnitPath(path), name, "Eier", "50", ServiceLevel.PRIMARY, true);
    }

    private static AddressList whole(String text) {
        return ((Read.Whole) AddressList.read(text, UNITS)).list();
    }

    @Test
    void reads_a_list_with_columns_in_any_order() {
        AddressList list =
                whole("Navn;ENHET;E-post;Språk;Gruppe\nKari Li;elvetun  døgnenhet;Kari.Li@x.no;nn;Behandlere\n");
        assertThat(list.entries())
                .containsExactly(new AddressList.Entry(
                        2,
                        "kari.li@x.no",
                        new UnitPath("no.a.elvetun"),
                        Optional.of(StaffGroup.CLINICIAN),
                        Language.NN));
        assertThat(whole("epost,eining\r\na@x.no,no.b.team\r\n\r\n").entries())
                .extracting(AddressList.Entry::unit)
                .containsExactly(new UnitPath("no.b.team"));
    }

    @Test
    void spaces_that_do_not_break_and_signs_that_cannot_be_seen_make_no_other_unit_or_address() {
        for (String line : List.of(
                "kari@x.no\u00A0;Elvetun\u00A0døgnenhet",
                "\u00A0kari@x.no;\u00A0Elvetun\u202Fdøgnenhet\u2007",
                "kari@x.no\u200B;\uFEFFElvetun døgnenhet")) {
            AddressList list = whole("e-post\u00A0;enhet\n" + line + "\n\u00A0;\u00A0\n");
            assertThat(list.bad()).isEmpty();
            assertThat(list.entries())
                    .extracting(AddressList.Entry::email, AddressList.Entry::unit)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("kari@x.no", new UnitPath("no.a.elvetun")));
        }
        List<Unit> odd = List.of(unit("no.a.odd", "Elvetun\u00A0døgnenhet"));
        assertThat(((Read.Whole) AddressList.read("e-post;enhet\na@x.no;elvetun døgnenhet\n", odd))
                        .list()
                        .entries())
                .hasSize(1);
    }

    @Test
    void a_first_line_that_says_what_the_cells_are_parted_by_is_read() {
        for (String[] it : new String[][] {
            {"sep=;", ";"},
            {"\uFEFFsep=,", ","},
            {"SEP=\t", "\t"},
            {"\"sep=;\"", ";"},
            {"sep=;\r", ";"},
            {"sep=; ", ";"}
        }) {
            AddressList list = whole(it[0] + "\ne-post" + it[1] + "enhet\na@x.no" + it[1] + "Elvetun døgnenhet\nb"
                    + it[1] + "Elvetun døgnenhet\n");
            assertThat(list.entries()).hasSize(1);
            assertThat(list.bad()).extracting(AddressList.Bad::line).containsExactly(4L);
        }
        assertThat(AddressList.read("sep=;\n", UNITS)).isEqualTo(new Read.Not(Read.Why.EMPTY, 1));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "ISO-8859-1, false", "UTF-16LE, true", "UTF-16BE, true"})
    void reads_whatever_the_spreadsheet_wrote(String charset, boolean mark) {
        String text = (mark ? "\uFEFF" : "")
                + "e-post;enhet\nå@x.no;Elvetun døgnenhet\nb@x.no;Elvetun døgnenhet\n".replace("å@", "a@");
        byte[] file = text.getBytes(Charset.forName(charset));
        assertThat(whole(AddressList.text(file)).entries()).hasSize(2);
    }

    @Test
    void says_what_is_wrong_on_each_line() {
        AddressList list = whole("""
                e-post;enhet;gruppe;språk
                ;Elvetun døgnenhet
                ikke en adresse;Elvetun døgnenhet
                a@x.no;
                a@x.no;Fantasia
                a@x.no;Teamet
                a@x.no;Elvetun døgnenhet;rørlegger
                a@x.no;Elvetun døgnenhet;;tysk
                =HYPERLINK("http://ond.example")@x;Elvetun døgnenhet
                a@x.no;=cmd|' /C calc'!A0
                god@x.no;Elvetun døgnenhet
                """);
        assertThat(list.bad())
                .extracting(AddressList.Bad::kind)
                .containsExactly(
                        Kind.NO_ADDRESS,
                        Kind.BAD_ADDRESS,
                        Kind.NO_UNIT,
                        Kind.UNKNOWN_UNIT,
                        Kind.AMBIGUOUS_UNIT,
                        Kind.UNKNOWN_GROUP,
                        Kind.UNKNOWN_LANGUAGE,
                        Kind.BAD_ADDRESS,
                        Kind.UNKNOWN_UNIT);
        assertThat(list.bad()).extracting(AddressList.Bad::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(list.entries()).hasSize(1);
    }

    @Test
    void tells_the_first_fifty_mistakes_and_counts_the_rest() {
        AddressList list = whole("e-post;enhet\n" + "feil;Teamet\n".repeat(70));
        assertThat(list.bad()).hasSize(50);
        assertThat(list.badCount()).isEqualTo(70);
    }

    @Test
    void an_address_counts_once() {
        AddressList list = whole("e-post;enhet\na@x.no;Elvetun døgnenhet\n A@X.no ;Elvetun døgnenhet\n");
        assertThat(list.entries()).hasSize(1);
        assertThat(list.repeated()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EMPTY",
                "e-post;enhet|EMPTY",
                "a@x.no;Teamet|NO_HEADINGS",
                "e-post;gruppe~a@x.no;leder|NO_HEADINGS"
            })
    void what_is_no_list_of_ours_is_refused_with_a_reason(String text, Read.Why why) {
        assertThat(AddressList.read(text.replace('~', '\n'), UNITS))
                .isInstanceOfSatisfying(
                        Read.Not.class, it -> assertThat(it.why()).isEqualTo(why));
    }

    @Test
    void what_is_no_text_is_refused_and_so_is_a_quotation_mark_that_never_ends() {
        assertThat(AddressList.read("e-post;enhet\na@x.no\0;Teamet", UNITS))
                .isInstanceOfSatisfying(
                        Read.Not.class, it -> assertThat(it.why()).isEqualTo(Read.Why.BROKEN));
        AddressList swallowed = whole("e-post;enhet\n\"a@x.no;Elvetun døgnenhet\nb@x.no;Elvetun døgnenhet\n");
        assertThat(swallowed.badCount()).as("it stops the list").isEqualTo(1);
    }

    @Test
    void a_hundred_thousand_lines_are_read_and_one_more_is_too_many() {
        String most = "e-post;enhet\n"
                + IntStream.range(0, AddressList.MOST)
                        .mapToObj(it -> "n" + it + "@x.no;Elvetun døgnenhet\n")
                        .collect(Collectors.joining());
        assertThat(whole(most).entries()).hasSize(AddressList.MOST);
        assertThat(AddressList.read(most + "en@x.no;Elvetun døgnenhet\n", UNITS))
                .isInstanceOfSatisfying(
                        Read.Not.class, it -> assertThat(it.why()).isEqualTo(Read.Why.TOO_MANY));
        assertThat(AddressList.text(most.getBytes(StandardCharsets.UTF_8))).isEqualTo(most);
    }
}
