package no.samtidig.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners and units from files as Norwegian spreadsheets save them. */
@RenewedApp(eachTest = true)
class PlaceImportTest {
    private static final String HEADER = "Eier;Orgnr eier;Slag;Enhet;Orgnr enhet;Nivå;Fylke;Kommune\n";

    private final App app = App.shared();
    private final JdbcClient sql = app.bean(JdbcClient.class);
    private final Person administrator = app.visitor();

    @BeforeEach
    void signIn() {
        administrator.post("/demo/logg-inn", "rolle", "administrator");
    }

    private Person.Answer put(byte[] file) {
        return administrator.upload("/forvaltning/steder/importer", "fil", "steder.csv", file);
    }

    private Person.Answer put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    private Person.Answer takeIn(Person.Answer look) {
        return administrator.submit(look.one("form[action=" + look.path() + "]"));
    }

    /** With numbers as one types them. */
    private static String plain(Person.Answer answer) {
        return answer.text().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private int units(String called) {
        return sql.sql("select count(*) from organisation.unit where name like :name")
                .param("name", called)
                .query(Integer.class)
                .single();
    }

    @Test
    void five_thousand_units_with_three_mistakes_are_taken_in_but_for_the_three_and_once() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++) {
            String owner = "Fjordlia " + i % 50;
            String level = i == 17 ? "Overlege" : "Spesialist";
            String county = i == 1_700 ? "Atlantis" : "Trøndelag";
            String number = i == 3_000 ? "991324967" : "";
            file.append(owner + ";;Privat ideell;Post " + i + ";" + number + ";" + level + ";" + county + ";\n");
        }
        Person.Answer look = put(file.toString());
        assertThat(look.status()).as(look.text()).isEqualTo(200);
        assertThat(plain(look))
                .contains("4 997 linjer lager noe nytt, 0 endrer noe, 0 står fra før, og 3 har feil")
                .contains("Linje 19 Post 17", "Kolonnen Nivå: «Overlege» kan ikke brukes.")
                .contains("Linje 1702 Post 1700", "Kolonnen Fylke: «Atlantis» kan ikke brukes.")
                .contains("Linje 3002 Post 3000", "Kolonnen Orgnr enhet: «991324967» kan ikke brukes.")
                .contains("Ingenting er lagret ennå.");
        assertThat(units("Post %")).isZero();
        Person.Answer underWay = takeIn(look);
        assertThat(underWay.heading()).isEqualTo("Fila tas inn");
        assertThat(plain(underWay)).contains("0 av 5 000 linjer er gått gjennom.");
        assertThat(underWay.one("progress").attr("max")).isEqualTo("5000");
        assertThat(takeIn(look).heading()).as("the button again").isEqualTo("Fila tas inn");
        assertThat(units("Post %")).as("by a job, and none before").isZero();
        app.bean(PlaceImport.class).takeInBegun();
        Person.Answer taken = administrator.get(look.path());
        assertThat(plain(taken)).contains("4 997 nye linjer og ingen endrede er tatt inn.");
        assertThat(units("Post %")).isEqualTo(4_997);
        String mistakes = new String(administrator.bytes(look.path() + "/feil.csv"), StandardCharsets.UTF_8);
        assertThat(mistakes.lines()).hasSize(4);
        String mended = mistakes.replace("Overlege", "Spesialist")
                .replace("Atlantis", "50")
                .replace("991324967", "");
        assertThat(takeIn(put(mended)).text()).contains("3 nye linjer og ingen endrede");
        assertThat(units("Post %")).isEqualTo(5_000);
        assertThat(plain(put(file.toString())))
                .as("the same file again")
                .contains("Ingen linjer lager noe nytt, 0 endrer noe, 4 997 står fra før, og 3 har feil");
    }

    @Test
    void the_same_button_twice_takes_in_once() {
        Person.Answer look = put(HEADER + "Fjordlia;;Privat ideell;Post A;;Spesialist;Trøndelag;\n");
        takeIn(look);
        assertThat(takeIn(look).text()).contains("1 ny linje og ingen endrede");
        assertThat(units("Post A")).isEqualTo(1);
        assertThat(sql.sql("select count(*) from access.audit where action = 'imported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void it_is_read_however_the_spreadsheet_saved_it() {
        String text =
                "Fylke,Avdeling,Tjenestenivå,Virksomhet,Eierform\r\n50,\"Post B, første etasje\",spesialisthelsetjenesten,Fjordlia Ærø,privat\r\n";
        for (byte[] file : new byte[][] {
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.getBytes(Charset.forName("windows-1252")),
            text.getBytes(StandardCharsets.UTF_16), // with its mark, as Excel's "Unicode text"
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("sep=,\r\n" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFFSEP=;\n" + text.replace("Post B, første", "Post B; første").replace(',', ';'))
                    .getBytes(StandardCharsets.UTF_8),
            text.replace("Post B, første etasje", "Post B; første etasje")
                    .replace(',', '\t')
                    .getBytes(StandardCharsets.UTF_8)
        }) {
            assertThat(put(file).text()).contains("1 linje lager noe nytt", "Ny eier: Fjordlia Ærø", "første etasje");
        }
    }

    @Test
    void a_line_changes_what_it_says_and_nothing_else() {
        Person.Answer look = put("Eier;Enhet;Kommune\nSundvik sykehus HF;Elvetun døgnenhet;Trondheim\n");
        assertThat(look.text()).contains("1 endrer noe", "Setter Kommune: «Trondheim");
        takeIn(look);
        assertThat(sql.sql(
                                "select municipality || ' ' || level from organisation.unit where path = 'no.sundvik_sykehus_hf.elvetun'")
                        .query(String.class)
                        .single())
                .isEqualTo("5001 specialist");
        assertThat(sql.sql(
                                "select count(*) from organisation.place_before where path = 'no.sundvik_sykehus_hf.elvetun'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_a_line_changes_is_told_with_what_it_was_and_what_it_will_be() {
        Person.Answer look = put("Eier;Slag;Enhet;Nivå;Fylke\nSundvik sykehus HF;RHF;Elvetun døgnenhet;Kommune;Oslo\n");
        assertThat(look.text())
                .contains("Endrer eieren Sundvik sykehus HF")
                .contains("Endrer Type eier: «Helseforetak» blir «Regionalt helseforetak»")
                .contains("Endrer Tjenestenivå: «Spesialist» blir «Kommune»")
                .contains("blir «Oslo»");
    }

    @Test
    void one_bad_byte_is_told_with_its_line_and_every_other_letter_stays_as_it_was() {
        byte[] file = ("sep=;\n" + HEADER
                        + "Fjordlia Ærø;;Privat ideell;Blåbærlia;;Spesialist;Trøndelag;\n" // 3
                        + "Fjordlia Ærø;;Privat ideell;Rød post X;;Spesialist;Trøndelag;\n") // 4
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            if (file[i] == 'X') {
                file[i] = (byte) 0xF8; // ø in another character set
            }
        }
        Person.Answer look = put(file);
        assertThat(look.text())
                .contains("1 linje lager noe nytt", "og 1 har feil")
                .contains("Linje 4", "Linja har tegn som ikke kan leses.")
                .contains("Blåbærlia")
                .doesNotContain("Ã");
        takeIn(look);
        assertThat(units("Blåbærlia")).isEqualTo(1);
        assertThat(units("Rød post%")).isZero();
        assertThat(put(new byte[] {(byte) 0xFF, (byte) 0xFE, 'E', 0, (byte) 0x00, (byte) 0xD8})
                        .status())
                .as("half a letter of UTF-16")
                .isEqualTo(422);
    }

    @Test
    void each_mistake_is_told_with_its_line_and_column() {
        String lines = HEADER
                + "Fjordlia;;;Post C;;Spesialist;Trøndelag;\n" // 2: a new owner without a kind
                + "Fjordlia;;Privat ideell;Post C;;;Trøndelag;\n" // 3: without a level
                + "Fjordlia;;Privat ideell;Post C;;Spesialist;;Herøy\n" // 4: two municipalities
                + "Fjordlia;;Privat ideell;Post C;;Spesialist;Oslo;Trondheim\n" // 5: not in the county
                + "Fjordlia;;Privat ideell;Post D;;Spesialist;Oslo;\n" // 6: right
                + "Fjordlia;;Privat ideell;Post D;;Spesialist;Oslo;\n" // 7: twice
                + "Helse Sør-Øst RHF;983658725;;;;;;\n" // 8: the number is another's: known by number, called otherwise
                + "vinn.no;;Privat ideell;Post E;;Spesialist;Oslo;\n"; // 9: a web address
        String text = put(lines).text();
        assertThat(text)
                .contains("Linje 2 Post C Kolonnen Slag er tom")
                .contains("Linje 3 Post C Kolonnen Nivå er tom")
                .contains("Linje 4 Post C Flere kommuner heter «Herøy»")
                .contains("Linje 5 Post C Kommunen «Trondheim» finnes ikke i fylket.")
                .contains("Linje 7 Post D Den samme enheten står også på linje 6.")
                .contains("Linje 9")
                .doesNotContain("Linje 6 Post D Den");
    }

    @Test
    void what_is_no_such_file_is_told_at_its_field() {
        for (String wrong : new String[] {"", " \n ", "Navn;Alder\nKari;7\n", "PK\u0003\u0004\0\0", "Eier;Enhet\n"}) {
            Person.Answer answer = put(wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.page().select("#fil-trouble")).as(wrong).isNotEmpty();
        }
        assertThat(put("Eier;Enhet\n" + "a".repeat(6 * 1024 * 1024)).text()).contains("større enn 5 MB");
    }

    @Test
    void the_reading_grows_with_the_length_alone() {
        for (String piece : new String[] {"\"", ";", ",", "\"\"", "\t", "a;\"", "\r"}) {
            assertThat(put("Eier;Enhet\n" + piece.repeat(4 * 1024 * 1024 / piece.length()))
                            .status())
                    .as(piece)
                    .isIn(200, 422);
        }
    }

    @Test
    void only_an_administrator_takes_files_in() {
        Person.Answer look = put(HEADER + "Fjordlia;;Privat ideell;Post A;;Spesialist;Trøndelag;\n");
        for (String role : new String[] {"regional-kontakt", "enhetsleder", "prosjektleder", "miljoterapeut"}) {
            Person other = app.signedIn(role);
            assertThat(other.get("/forvaltning/steder/importer").status())
                    .as(role)
                    .isEqualTo(404);
            assertThat(other.get("/forvaltning/steder/importer/mal.csv").status())
                    .as(role)
                    .isEqualTo(404);
            assertThat(other.get(look.path()).status()).as(role).isEqualTo(404);
            assertThat(other.get(look.path() + "/feil.csv").status()).as(role).isEqualTo(404);
            assertThat(other.post(look.path()).status()).as(role).isEqualTo(404);
            assertThat(other.upload("/forvaltning/steder/importer", "fil", "s.csv", new byte[] {1})
                            .status())
                    .as(role)
                    .isEqualTo(404);
        }
        assertThat(units("Post A")).isZero();
        assertThat(administrator
                        .get("/forvaltning/steder/importer/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_list_as_a_file_can_be_taken_in_again_and_changes_nothing() {
        byte[] file = administrator.bytes("/forvaltning/steder/enheter.csv");
        assertThat(put(file).text())
                .contains("Ingen linjer lager noe nytt, 0 endrer noe, 5 står fra før, og 0 har feil");
    }
}
