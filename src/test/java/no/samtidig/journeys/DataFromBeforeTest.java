package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.DataFromBefore;
import no.samtidig.Person;
import no.samtidig.survey.Tickets;
import no.samtidig.survey.disclosure.Releasing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data of a version before this one: it migrates at the start and shows the same. What was shown then is written down beside it. */
@Tag("survey")
@Tag("questionnaire")
class DataFromBeforeTest {
    private static final Path FOLDER = Path.of("src/test/resources/data-from-before");
    private static final String ROUNDS = "/undersokelser/";
    private static final String FIRST = "9ce39b71-c7bb-40af-a6a0-fd23e3bdf39c";
    private static final String SECOND = "e5f59f56-ac70-4979-8f82-ae00838b2746";
    private static final String NAMED = "ba03c201-b65c-4bab-91ef-9c30b8bc18c6";
    private static final String OPEN = "3bb7f73d-fad1-4a68-987d-6fca16df4b3a";
    private static final String PREPARED = "dfb0717a-b20f-45c2-97e7-62845a994c8a";
    private static final String CERTIFICATE = "702F-CYFS-NX3N-SARR";

    private static App app;

    @BeforeAll
    static void start() {
        app = DataFromBefore.app(DataFromBefore.restored());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String main(Person person, String path) {
        Person.Answer page = person.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.one("main").text();
    }

    private static Person lead() {
        return app.signedIn("prosjektleder");
    }

    @Test
    void the_same_rounds_stand_as_far_as_they_had_come() {
        Person lead = lead();
        assertThat(main(lead, "/undersokelser"))
                .contains(
                        "Runden med navn",
                        "Runden som er åpen",
                        "Runden som forberedes",
                        "Prøverunde 1 (oppdiktede svar)",
                        "58 av 72 har svart",
                        "Prøverunde 2 (oppdiktede svar)",
                        "59 av 72 har svart");
        assertThat(main(lead, ROUNDS + FIRST)).contains("Ferdig", "Hele landet", "58 av 72 har svart, svarprosent 81");
        assertThat(main(lead, ROUNDS + SECOND)).contains("Ferdig", "Hele landet", "59 av 72 har svart, svarprosent 82");
        assertThat(main(lead, ROUNDS + NAMED))
                .contains("Åpen nå", "med navn", "Elvetun døgnenhet", "Færre enn fem av 7 har svart");
        assertThat(main(lead, ROUNDS + PREPARED))
                .contains("Under forberedelse", "Elvetun døgnenhet", "RVTS Midt", "20 personer kan inviteres");
    }

    private static List<String> numbers(String csv) {
        return csv.lines()
                .map(line -> line.split(";", -1))
                .map(it -> String.join(";", it[3], it[5], it[7], it[8], it[9], it[10], it[11], it[12]))
                .toList();
    }

    @Test
    void the_same_results_are_shown_to_the_last_number() throws IOException {
        Person lead = lead();
        assertThat(numbers(lead.get(ROUNDS + FIRST + "/resultater.csv").body())).isEqualTo(asTold("results-1.csv"));
        assertThat(numbers(lead.get(ROUNDS + SECOND + "/resultater.csv").body()))
                .isEqualTo(asTold("results-2.csv"));
    }

    /** What was told then, but that fewer than ten are told in bands since. */
    private static List<String> asTold(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(it -> it.split(";", -1))
                .filter(it -> !few(it) || it[5].isEmpty())
                .map(it -> few(it) ? it[0] + ";" + it[1] + ";;;;;;" : String.join(";", it))
                .toList();
    }

    private static boolean few(String[] line) {
        return line[3].matches("[5-9]");
    }

    @Test
    void answers_with_names_keep_theirs() {
        assertThat(lead().get(ROUNDS + NAMED + "/svar-med-navn.csv").body().lines())
                .containsExactly("\ufeffNavn;vakt;til", "Ane Solvik;natt;dag");
    }

    @Test
    void what_lay_under_seal_opens_together_with_what_comes_later_and_a_used_code_stays_used() {
        Person lead = lead();
        assertThat(main(lead, ROUNDS + OPEN)).contains("Åpen nå", "Minst 15 av 40 har svart");
        assertThat(main(lead, ROUNDS + OPEN + "/resultater")).contains("Minst 7 av 40 inviterte svarte.");
        JdbcClient sql = app.bean(JdbcClient.class);
        assertThat(sql.sql("select count(*) from survey.envelope where round = :round and sealed is not null")
                        .param("round", UUID.fromString(OPEN))
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(app.visitor().get("/svar/" + code(sql, true)).page().select("#svar-skjema"))
                .as("a used code looks like any other")
                .hasSize(1);
        String version = sql.sql("select version from survey.round where id = :round")
                .param("round", UUID.fromString(OPEN))
                .query(String.class)
                .single();
        String unused = "/svar/" + code(sql, false);
        assertThat(app.visitor().get(unused).page().select("#svar-skjema")).hasSize(1);
        assertThat(app.visitor()
                        .post(unused, "versjon", version, "gjor", "send", "svar.vakt", "natt", "svar.til", "dag")
                        .path())
                .isEqualTo("/svar/takk");

        assertThat(app.visitor()
                        .post(
                                "/svar/" + code(sql, true),
                                "versjon",
                                version,
                                "gjor",
                                "send",
                                "svar.vakt",
                                "natt",
                                "svar.til",
                                "dag")
                        .path())
                .as("and counts once all the same")
                .isEqualTo("/svar/takk");

        lead.submit(lead.get(ROUNDS + OPEN).one("form[action$=/lukk]"));
        app.bean(Releasing.class).release();

        assertThat(main(lead, ROUNDS + OPEN)).contains("Ferdig", "18 av 40 har svart");
        assertThat(numbers(lead.get(ROUNDS + OPEN + "/resultater.csv").body()))
                .contains("vakt;dag;8;18;44;;;", "vakt;natt;10;18;56;;;");
    }

    private static String code(JdbcClient sql, boolean used) {
        UUID ticket = sql.sql("select id from survey.ticket where round = :round and used = :used order by id limit 1")
                .param("round", UUID.fromString(OPEN))
                .param("used", used)
                .query(UUID.class)
                .single();
        return app.bean(Tickets.class).code(ticket);
    }

    @Test
    void the_same_editions_and_drafts_stand() throws IOException {
        Person editor = app.signedIn("fagredaktor");
        assertThat(main(editor, "/skjemaer"))
                .contains("Helgen", "blir utgave 3", "utgave 2 publisert 30. nov. 2026", "43 spørsmål");
        assertThat(main(editor, "/skjemaer/vakten"))
                .contains("utgave 2", "Hvilken vakt har du?", "Hvilken vakt vil du ha?")
                .doesNotContain("Hvilken vakt hadde du sist?");
        assertThat(main(editor, "/skjemaer/vakten/rediger"))
                .contains("Utkast til utgave 3", "Hvilken vakt hadde du sist?", "Angre siste endring");
        assertThat(editor.get("/skjemaer/helgen/tekst")
                        .one("textarea")
                        .wholeText()
                        .strip())
                .isEqualTo(Files.readString(FOLDER.resolve("draft-helgen.yaml")).strip());
        assertThat(main(editor, "/skjemaer/helgen"))
                .as("never published")
                .contains("Når jobber du i helgen?")
                .doesNotContain("Publisert skjema");
        String revision =
                editor.get("/skjemaer/vakten/sjekk").one("[name=revisjon]").val();
        assertThat(editor.post("/skjemaer/vakten/publiser", "revisjon", revision)
                        .text())
                .as("what was begun then is published now")
                .contains("Utgave 3 er publisert");
    }

    @Test
    void people_come_in_with_their_passwords_to_what_they_had_done() {
        Person ane = app.visitor();
        ane.post("/logg-inn", "e-post", "ane.solvik@sundvik.invalid", "passord", "samtidig-demo");
        assertThat(main(ane, "/min-side/kursbevis")).contains("Grunnmodul");
        assertThat(ane.get("/min-side/kursbevis/" + CERTIFICATE + "/kursbevis.jwt")
                        .body()
                        .split("\\."))
                .as("signed with the key that was sealed then")
                .hasSize(3);
        assertThat(main(app.visitor(), "/kursbevis/" + CERTIFICATE))
                .contains("Kursbeviset er gyldig", "30. november 2029", "Ane Solvik", "Grunnmodul");
        assertThat(app.signedIn("behandler").get("/moduler/grunnmodul").page().select(".path__stop[data-state=done]"))
                .hasSize(2);
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from access.account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
    }
}
