package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a learner does inside lessons, and what goes wrong. */
@Tag("learning")
@RenewedApp
class LearningJourneyTest {
    private static final App app = App.shared();

    /** A block of the kind, and the page it stands on. */
    private record Place(Lesson lesson, Lesson.Step step, Block block) {
        String path() {
            return "/moduler/grunnmodul/" + lesson.slug() + "/" + step.id();
        }

        String action(String what) {
            return "/moduler/grunnmodul/" + lesson.slug() + "/blokk/" + block.id() + "/" + what;
        }
    }

    private static Place first(Class<? extends Block> kind) {
        KnowledgeModule module =
                app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow();
        return module.lessons(Language.NB).stream()
                .flatMap(lesson -> lesson.steps().stream()
                        .flatMap(step -> step.blocks().stream()
                                .filter(kind::isInstance)
                                .map(block -> new Place(lesson, step, block))))
                .findFirst()
                .orElseThrow();
    }

    private static int rows(String table) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from learning." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_double_submit_counts_once() {
        Person learner = app.signedIn("behandler");
        Place quiz = first(Block.SingleChoice.class);
        Element form = learner.get(quiz.path()).one("#" + quiz.block().id() + " form");
        int before = rows("answer");
        learner.submit(form, "valg", "0");
        Person.Answer second = learner.submit(form, "valg", "0");
        assertThat(rows("answer")).isEqualTo(before + 1);
        assertThat(second.one("#" + quiz.block().id() + " [data-chosen]").text())
                .contains(((Block.SingleChoice) quiz.block())
                        .options()
                        .getFirst()
                        .text()
                        .plain());
    }

    @Test
    void nothing_chosen_is_told_beside_the_question_and_nothing_is_kept() {
        Person learner = app.signedIn("kursholder");
        Place quiz = first(Block.MultipleChoice.class);
        int before = rows("answer");
        Person.Answer answer =
                learner.submit(learner.get(quiz.path()).one("#" + quiz.block().id() + " form"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.one("#" + quiz.block().id() + " .ds-validation-message")
                        .text())
                .contains("Velg et svar");
        assertThat(rows("answer")).isEqualTo(before);
    }

    @Test
    void an_answer_to_a_changed_question_is_not_marked() {
        Person learner = app.signedIn("kursholder");
        Place quiz = first(Block.SingleChoice.class);
        int before = rows("answer");
        Person.Answer answer = learner.post(
                quiz.action("svar"), "nokkel", UUID.randomUUID().toString(), "versjon", "000000000000", "valg", "0");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Spørsmålet er endret siden du åpnet siden.");
        assertThat(rows("answer")).isEqualTo(before);
    }

    @Test
    void a_half_done_matching_gives_back_what_was_chosen() {
        Person learner = app.signedIn("kursholder");
        Place place = first(Block.Matching.class);
        Block.Matching matching = (Block.Matching) place.block();
        String[] fields = new String[4 + 2 * matching.pairs().size()];
        List<String> start = List.of(
                "nokkel",
                UUID.randomUUID().toString(),
                "versjon",
                matching.version().value());
        for (int i = 0; i < 4; i++) {
            fields[i] = start.get(i);
        }
        for (int i = 0; i < matching.pairs().size(); i++) {
            fields[4 + 2 * i] = "valg";
            fields[5 + 2 * i] = i == 0 ? "1" : "-1";
        }
        Person.Answer answer = learner.post(place.action("svar"), fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.one("#" + matching.id() + "-0 option[selected]").attr("value"))
                .isEqualTo("1");
    }

    @Test
    void an_ordering_is_moved_with_buttons_and_answered() {
        Person learner = app.signedIn("erfaringskonsulent");
        Place place = first(Block.Ordering.class);
        String block = "#" + place.block().id();
        Person.Answer page = learner.get(place.path());
        List<String> before =
                page.page().select(block + " .order input[name=valg]").eachAttr("value");
        Person.Answer moved = learner.submit(page.one(block + " form"), "flytt", before.getFirst() + ":ned");
        List<String> after =
                moved.page().select(block + " .order input[name=valg]").eachAttr("value");
        assertThat(after.get(0)).isEqualTo(before.get(1));
        assertThat(after.get(1)).isEqualTo(before.get(0));
        Person.Answer answered = learner.submit(moved.one(block + " form"));
        assertThat(answered.page().select(block + " .answer")).hasSize(before.size());
    }

    @Test
    void a_case_can_be_gone_back_in_and_begun_again() {
        Person learner = app.signedIn("erfaringskonsulent");
        Place place = first(Block.BranchingCase.class);
        String block = "#" + place.block().id();
        Person.Answer start = learner.get(place.path());
        String opening = start.one(block + " .case__scene").text();
        Person.Answer next = learner.submit(start.one(block + " .case__choices"), "valg", "1");
        assertThat(next.one(block + " .case__scene").text()).isNotEqualTo(opening);
        Person.Answer back = learner.submit(next.one(block + " .case__back form"));
        assertThat(back.one(block + " .case__scene").text()).isEqualTo(opening);
    }

    @Test
    void a_note_is_kept_and_an_emptied_note_is_gone() {
        Person learner = app.signedIn("prosjektleder");
        Place place = first(Block.Reflection.class);
        String form = "#" + place.block().id();
        Person.Answer saved = learner.submit(learner.get(place.path()).one(form), "tekst", "Spør med <b>ro</b>.");
        assertThat(saved.one(form + " textarea").wholeText()).isEqualTo("Spør med <b>ro</b>.");
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("Spør med <b>ro</b>.");
        learner.submit(saved.one(form), "tekst", "");
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("Du har ikke skrevet noe ennå");
    }

    @Test
    void two_tabs_never_overwrite_each_other_in_silence() {
        Person learner = app.signedIn("fagredaktor");
        Place place = first(Block.Reflection.class);
        Element one = learner.get(place.path()).one("#" + place.block().id());
        Element other = learner.get(place.path()).one("#" + place.block().id());
        learner.submit(one, "tekst", "fra den ene fanen");
        Person.Answer stale = learner.submit(other, "tekst", "fra den andre fanen");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("fra den ene fanen").contains("Ingenting er overskrevet");
        assertThat(stale.one("#" + place.block().id() + " textarea").wholeText())
                .isEqualTo("fra den andre fanen");
        Person.Answer both =
                learner.submit(stale.one("#" + place.block().id()), "tekst", "fra den ene og den andre fanen");
        assertThat(both.status()).isEqualTo(200);
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("fra den ene og den andre fanen");
    }

    @Test
    void too_long_a_note_is_given_back_whole() {
        Person learner = app.signedIn("fagredaktor");
        Place place = first(Block.Reflection.class);
        String tooLong = "Æ".repeat(5_001);
        Person.Answer answer =
                learner.submit(learner.get(place.path()).one("#" + place.block().id()), "tekst", tooLong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.one("#" + place.block().id() + " textarea").wholeText())
                .isEqualTo(tooLong);
        assertThat(answer.text()).contains("Grensen er 5000 tegn");
    }

    @Test
    void what_another_reader_began_in_another_tab_is_never_saved_as_ones_own() {
        Person browser = app.signedIn("behandler");
        Place place = first(Block.Reflection.class);
        Person.Answer tab = browser.get(place.path());
        browser.post("/demo/logg-inn", "rolle", "prosjektleder");
        Person.Answer refused = browser.submit(tab.one("#" + place.block().id()), "tekst", "Bare for behandleren.");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.heading()).isEqualTo("Du er logget inn som en annen nå");
        assertThat(refused.one("textarea[name=tekst]").wholeText()).isEqualTo("Bare for behandleren.");
        assertThat(browser.submit(tab.one(".step-nav")).status()).isEqualTo(409);
        assertThat(browser.get("/min-side/refleksjoner").text()).doesNotContain("Bare for behandleren.");
    }

    @Test
    void steps_finished_at_the_same_moment_complete_the_lesson() throws Exception {
        Person learner = app.signedIn("kursholder");
        Lesson lesson = app.bean(KnowledgeModules.class)
                .module("grunnmodul")
                .orElseThrow()
                .lesson("samarbeid-pa-tvers", Language.NB)
                .orElseThrow();
        try (var all = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            lesson.steps()
                    .forEach(it -> all.execute(
                            () -> learner.post("/moduler/grunnmodul/" + lesson.slug() + "/" + it.id() + "/ferdig")));
        }
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from learning.lesson_completion where lesson = 'samarbeid-pa-tvers'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_note_whose_acknowledgement_was_lost_can_be_written_on() {
        Person learner = app.signedIn("enhetsleder");
        Place place = first(Block.Reflection.class);
        learner.post(place.action("notat"), "revisjon", "0", "tekst", "første");
        Person.Answer more =
                learner.post(place.action("notat"), "revisjon", "0", "tekst", "første og mer", "sendt", "første");
        assertThat(more.status()).isEqualTo(200);
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("første og mer");
    }

    @Test
    void what_was_tried_and_never_arrived_does_not_hide_what_was_acknowledged() {
        Person learner = app.signedIn("behandler");
        Place place = first(Block.Reflection.class);
        String notat = place.action("notat");
        app.bean(JdbcClient.class).sql("delete from learning.note").update();
        assertThat(learner.post(notat, "revisjon", "0", "tekst", "A", "sendt", "")
                        .status())
                .isEqualTo(200);
        assertThat(learner.post(notat, "revisjon", "0", "tekst", "A B C", "sendt", "A B")
                        .status())
                .as("as pages of an earlier release send it")
                .isEqualTo(200);
        String one = UUID.randomUUID().toString();
        String anew = UUID.randomUUID().toString();
        assertThat(learner.post(notat, "revisjon", "2", "tekst", "D", "skriver", one + ":1")
                        .status())
                .isEqualTo(200);
        assertThat(learner.post(notat, "revisjon", "2", "tekst", "E", "skriver", one + ":4")
                        .status())
                .as("whatever came between")
                .isEqualTo(200);
        assertThat(learner.post(notat, "revisjon", "2", "tekst", "late", "skriver", one + ":3")
                        .status())
                .isEqualTo(200);
        assertThat(learner.post(notat, "revisjon", "2", "tekst", "F", "skriver", anew + ":1", "etter", one + ":5")
                        .status())
                .as("the page was opened anew")
                .isEqualTo(200);
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("F").doesNotContain("late");
        assertThat(learner.post(notat, "revisjon", "2", "tekst", "G", "skriver", one + ":6")
                        .status())
                .as("the first page has not seen what the second wrote")
                .isEqualTo(409);
        assertThat(learner.post(notat, "revisjon", "0", "tekst", "H", "skriver", "none")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void without_javascript_a_note_can_be_sent_again_from_the_page_it_was_written_on() {
        Person learner = app.signedIn("prosjektleder");
        Place place = first(Block.Reflection.class);
        learner.submit(learner.get(place.path()).one("#" + place.block().id()), "tekst", "");
        Element form = learner.get(place.path()).one("#" + place.block().id());
        assertThat(learner.submit(form, "tekst", "svaret kom aldri").status()).isEqualTo(200);
        assertThat(learner.submit(form, "tekst", "svaret kom aldri, så mer").status())
                .isEqualTo(200);
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("så mer");
    }

    @Test
    void the_same_note_sent_twice_is_one_note_and_a_letter_that_is_none_is_refused_in_plain_words() {
        Person learner = app.signedIn("regional-kontakt");
        Place place = first(Block.Reflection.class);
        Element form = learner.get(place.path()).one("#" + place.block().id());
        assertThat(learner.submit(form, "tekst", "en gang").status()).isEqualTo(200);
        assertThat(learner.submit(form, "tekst", "en gang").status()).isEqualTo(200);
        Person.Answer broken = learner.post(place.action("notat"), "revisjon", "1", "tekst", "nul \u0000 her");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.heading()).isEqualTo("Vi forsto ikke det som ble sendt");
    }

    @Test
    void a_task_for_the_next_shift_is_asked_about_at_the_next_visit() {
        Person learner = app.signedIn("enhetsleder");
        Place place = first(Block.ShiftTask.class);
        learner.submit(learner.get(place.path()).one("#" + place.block().id() + " form.actions"));
        assertThat(learner.get("/min-side").text()).doesNotContain("Sist ville du prøve dette");
        app.clock().forward(Duration.ofHours(7));
        Person.Answer mine = learner.get("/min-side");
        assertThat(mine.text()).contains("Sist ville du prøve dette");
        assertThat(mine.page().title()).isEqualTo("Min side – Samtidig");
        Person.Answer told = learner.submit(mine.one(".try__follow"), "tekst", "Det gikk fint.", "utfall", "provd");
        assertThat(told.text())
                .contains("Takk. Det er notert")
                .contains("Du har prøvd.")
                .doesNotContain("Sist ville du prøve dette");
    }

    @Test
    void where_one_left_is_where_one_goes_on_also_on_another_device() {
        Person phone = app.signedIn("administrator");
        Person.Answer cover = phone.get("/moduler/grunnmodul/a-tore-a-sporre");
        Person.Answer step = phone.get(cover.one(".page-head .actions a").attr("href"));
        step = phone.submit(step.one(".step-nav"));
        String next = step.path();
        Person desktop = app.signedIn("administrator");
        Person.Answer mine = desktop.get("/min-side");
        assertThat(mine.one(".my__slim > .my__rows > :first-child a").attr("href")).isEqualTo(next);
        assertThat(desktop.get("/moduler/grunnmodul")
                        .one(".page-head .actions a")
                        .attr("href"))
                .isEqualTo(next);
    }

    @Test
    void another_role_and_another_region_get_nothing_of_a_learners_reflections() {
        Person learner = app.signedIn("miljoterapeut");
        Place place = first(Block.Reflection.class);
        String secret = "Bare mitt: " + UUID.randomUUID();
        learner.submit(learner.get(place.path()).one("#" + place.block().id()), "tekst", secret);
        assertThat(learner.get("/min-side/refleksjoner").text()).contains(secret);
        Person elsewhere = app.visitor();
        elsewhere.post("/logg-inn", "e-post", "kari.birkeland@region-vest.invalid", "passord", "samtidig-demo");
        List<Person> others = List.of(
                app.visitor(),
                elsewhere,
                app.signedIn("behandler"),
                app.signedIn("enhetsleder"),
                app.signedIn("regional-kontakt"),
                app.signedIn("fagredaktor"),
                app.signedIn("administrator"));
        for (Person other : others) {
            for (String path : List.of(place.path(), "/min-side", "/min-side/refleksjoner", "/moduler/grunnmodul")) {
                assertThat(other.get(path).page().html()).doesNotContain(secret);
            }
        }
    }

    @Test
    void unknown_places_are_told_in_the_readers_language() {
        Person learner = app.signedIn("behandler");
        for (String path : List.of(
                "/moduler/finnes-ikke",
                "/moduler/grunnmodul/finnes-ikke",
                "/moduler/grunnmodul/a-tore-a-sporre/finnes-ikke",
                "/finnes-ikke")) {
            Person.Answer answer = learner.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.heading()).isEqualTo("Siden finnes ikke");
        }
        learner.post("/sprak", "sprak", "nn", "retur", "/finnes-ikke");
        assertThat(learner.get("/finnes-ikke").page().select("html").attr("lang"))
                .isEqualTo("nn");
        assertThat(learner.get("/finnes-ikke").heading()).isNotEqualTo("Siden finnes ikke");
    }

    @Test
    void a_lesson_is_read_in_the_readers_language_and_marked_where_it_is_in_another() {
        Person learner = app.signedIn("behandler");
        String path = first(Block.Text.class).path();
        learner.post("/sprak", "sprak", "nn", "retur", "/");
        Person.Answer nynorsk = learner.get(path);
        assertThat(nynorsk.page().select("html").attr("lang")).isEqualTo("nn");
        assertThat(nynorsk.one("h1").hasAttr("lang")).isFalse();
        assertThat(nynorsk.text()).contains("Ragnhild").contains(" ikkje ");
        learner.post("/sprak", "sprak", "en", "retur", "/");
        Person.Answer english = learner.get(path);
        assertThat(english.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(english.one("h1").attr("lang")).isEqualTo("nb");
        assertThat(english.one(".prose").attr("lang")).isEqualTo("nb");
    }

    @Test
    void an_answer_given_in_one_language_stands_in_the_other() {
        Person learner = app.signedIn("administrator");
        Place quiz = first(Block.SingleChoice.class);
        learner.submit(learner.get(quiz.path()).one("#" + quiz.block().id() + " form"), "valg", "0");
        learner.post("/sprak", "sprak", "nn", "retur", "/");
        assertThat(learner.get(quiz.path()).page().select("#" + quiz.block().id() + " [data-chosen]"))
                .hasSize(1);
    }

    @Test
    void typed_text_survives_being_signed_out() {
        Person learner = app.signedIn("behandler");
        Place place = first(Block.Reflection.class);
        Element form = learner.get(place.path()).one("#" + place.block().id());
        learner.post("/logg-ut");
        Person.Answer answer = learner.submit(form, "tekst", "Dette skrev jeg mens jeg ble logget ut.");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.one("textarea[name=tekst]").wholeText()).isEqualTo("Dette skrev jeg mens jeg ble logget ut.");
        learner.post("/demo/logg-inn", "rolle", "behandler");
        learner.submit(answer.one("main form"));
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("Dette skrev jeg mens jeg ble logget ut.");
    }
}
