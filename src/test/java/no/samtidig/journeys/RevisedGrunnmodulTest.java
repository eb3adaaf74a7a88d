package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.TestDatabase;
import no.samtidig.access.Role;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Grunnmodul was rewritten, and one lesson became two, while people were in the middle of it: nothing they had done is lost. */
@Tag("learning")
class RevisedGrunnmodulTest {
    /** The demo's behandler and miljøterapeut, who were here before. */
    private static final UUID DONE = UUID.randomUUID();

    private static final UUID MIDWAY = UUID.randomUUID();
    private static final String OLD = "gjennom-livslopet";
    private static final String NEW = "livslopet-ung-og-eldre";

    @AutoClose
    private static App app;

    private static JdbcClient sql;

    /** A part of a lesson as it was. */
    private record Part(String lesson, String step, String id, String kind) {}

    private static List<Part> before() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/content/grunnmodul-2026-11-22.txt"))) {
            return lines.filter(it -> !it.startsWith("#"))
                    .map(it -> it.split(" "))
                    .map(it -> new Part(it[0], it[1], it[2], it[3]))
                    .toList();
        }
    }

    @BeforeAll
    static void peopleInTheMiddle() throws IOException {
        String database = TestDatabase.asOf("20261122.0310");
        sql = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
        for (UUID account : List.of(DONE, MIDWAY)) {
            sql.sql(
                            "insert into access.account (id, email, name, password_hash, created) values (:id, :email, 'Oppdiktet', 'x', now())")
                    .param("id", account)
                    .param(
                            "email",
                            account.equals(MIDWAY) ? "ane.solvik@sundvik.invalid" : "jonas.myrvang@sundvik.invalid")
                    .update();
            sql.sql("""
                    insert into access.role_grant (id, account, role, path, place, granted)
                    values (:grant, :id, :role, 'no.sundvik_sykehus_hf.elvetun', 'Elvetun', now())
                    """)
                    .param("grant", UUID.randomUUID())
                    .param("id", account)
                    .param("role", account.equals(MIDWAY) ? Role.MILIEU_THERAPIST.code() : Role.CLINICIAN.code())
                    .update();
            sql.sql("insert into learning.enrolment (account, module, started) values (:id, 'grunnmodul', now())")
                    .param("id", account)
                    .update();
        }
        for (Part part : before()) {
            did(DONE, part);
            if (part.lesson().equals(OLD)
                    && !Set.of("prov-selv", "i-kveld", "kort-sagt").contains(part.step())) {
                did(MIDWAY, part);
            }
        }
        for (String lesson : before().stream().map(Part::lesson).distinct().toList()) {
            sql.sql("""
                    insert into learning.lesson_completion (account, module, lesson, version, completed)
                    values (:id, 'grunnmodul', :lesson, 'aaaaaaaaaaaa', now())
                    """).param("id", DONE).param("lesson", lesson).update();
        }
        app = App.start("--samtidig.database.url=" + database);
    }

    private static void did(UUID account, Part part) {
        sql.sql("""
                insert into learning.progress (account, module, lesson, part, version, done)
                values (:id, 'grunnmodul', :lesson, :part, 'aaaaaaaaaaaa', now())
                """)
                .param("id", account)
                .param("lesson", part.lesson())
                .param("part", part.id())
                .update();
        switch (part.kind()) {
            case "reflection" ->
                sql.sql("""
                        insert into learning.note (account, module, lesson, block, question, text, revision, updated)
                        values (:id, 'grunnmodul', :lesson, :part, 'Hva?', :text, 1, now())
                        """)
                        .param("id", account)
                        .param("lesson", part.lesson())
                        .param("part", part.id())
                        .param("text", "notat om " + part.id())
                        .update();
            case "quiz", "duty" ->
                sql.sql("""
                        insert into learning.answer (account, key, module, lesson, block, version, choice, correct, answered)
                        values (:id, :key, 'grunnmodul', :lesson, :part, 'aaaaaaaaaaaa', '{0}', false, now())
                        """)
                        .param("id", account)
                        .param("key", UUID.randomUUID())
                        .param("lesson", part.lesson())
                        .param("part", part.id())
                        .update();
            default -> {}
        }
    }

    private static Lesson lesson(String slug) {
        return app.bean(KnowledgeModules.class)
                .module("grunnmodul")
                .orElseThrow()
                .lesson(slug, Language.NB)
                .orElseThrow();
    }

    @Test
    void every_address_of_the_moved_steps_goes_along_and_nothing_is_lost() {
        Set<String> moved = lesson(NEW).steps().stream()
                .flatMap(it -> it.parts().stream())
                .map(Lesson.Part::id)
                .collect(Collectors.toSet());
        Set<String> stayed = lesson(OLD).steps().stream()
                .flatMap(it -> it.parts().stream())
                .map(Lesson.Part::id)
                .collect(Collectors.toSet());
        List<String> inNew = sql.sql("select distinct part from learning.progress where lesson = :lesson")
                .param("lesson", NEW)
                .query(String.class)
                .list();
        assertThat(inNew)
                .contains("ung", "svaret-til-sunniva", "voksen-og-gammel", "han-ler-det-bort", "for-du-gar-fra-arvid");
        assertThat(moved).containsAll(inNew);
        assertThat(sql.sql("select distinct part from learning.progress where lesson = :lesson")
                        .param("lesson", OLD)
                        .query(String.class)
                        .list())
                .as("what stands in the new lesson only is not left behind")
                .allMatch(it -> stayed.contains(it) || !moved.contains(it));
        assertThat(sql.sql("select text from learning.note where lesson = :lesson")
                        .param("lesson", NEW)
                        .query(String.class)
                        .list())
                .contains("notat om han-ler-det-bort");
    }

    @Test
    void an_old_address_leads_to_where_the_step_stands_now_and_an_answer_on_its_way_arrives() {
        Person learner = app.signedIn("behandler");
        Person.Answer page = learner.get("/moduler/grunnmodul/" + OLD + "/ung");
        assertThat(page.path()).isEqualTo("/moduler/grunnmodul/" + NEW + "/ung");
        Block quiz = lesson(NEW).block("svaret-til-sunniva").orElseThrow().block();
        Person.Answer sent = learner.post(
                "/moduler/grunnmodul/" + OLD + "/blokk/" + quiz.id() + "/svar",
                "nokkel",
                UUID.randomUUID().toString(),
                "versjon",
                quiz.version().value(),
                "valg",
                "0");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.page().select("#" + quiz.id() + " [data-chosen]")).hasSize(1);
        assertThat(learner.get("/moduler/grunnmodul/" + OLD + "/finnes-ikke").status())
                .isEqualTo(404);
    }

    @Test
    void whoever_was_done_stays_done_with_both_halves_and_is_told_what_is_new() {
        Person learner = app.signedIn("behandler");
        Person.Answer module = learner.get("/moduler/grunnmodul");
        long completed = module.page().select(".path__stop[data-state=done]").size();
        assertThat(completed).as("all but the lesson that nobody had").isEqualTo(10);
        for (String slug : List.of(OLD, NEW)) {
            assertThat(learner.get("/moduler/grunnmodul/" + slug).text()).contains("Leksjonen er fortsatt fullført");
        }
        assertThat(learner.get("/min-side/refleksjoner").text())
                .contains("notat om hva-sier-du-til-eilif", "notat om han-ler-det-bort");
    }

    @Test
    void whoever_was_in_the_middle_goes_on_there_with_notes_and_the_old_answers_kept() {
        Person learner = app.signedIn("miljoterapeut");
        assertThat(learner.get("/moduler/grunnmodul/" + OLD).text()).contains("Fortsett");
        Lesson old = lesson(OLD);
        String first = old.block("hva-sier-du-til-eilif").orElseThrow().step().id();
        assertThat(learner.get("/moduler/grunnmodul/" + OLD + "/" + first)
                        .one("#hva-sier-du-til-eilif textarea")
                        .wholeText())
                .isEqualTo("notat om hva-sier-du-til-eilif");
        Lesson moved = lesson(NEW);
        String step = moved.block("for-du-gar-fra-arvid").orElseThrow().step().id();
        Person.Answer page = learner.get("/moduler/grunnmodul/" + NEW + "/" + step);
        assertThat(page.one("#for-du-gar-fra-arvid").text()).contains("Det gamle svaret er tatt vare på");
        assertThat(page.one("#han-ler-det-bort textarea").wholeText()).isEqualTo("notat om han-ler-det-bort");
    }
}
