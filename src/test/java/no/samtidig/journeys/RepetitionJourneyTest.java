package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions that come back, and dagens øvelse. */
@Tag("learning")
@RenewedApp
class RepetitionJourneyTest {
    private static final String EXERCISE = "/min-side/ovelse";

    private static final App app = App.shared();
    private Person learner;

    @BeforeEach
    void nobody_has_learned_anything() {
        for (String table : List.of("repetition", "review", "repetition_off", "answer", "attempt", "enrolment")) {
            sql().sql("delete from learning." + table).update();
        }
        learner = app.signedIn("miljoterapeut");
    }

    /** A question with one right answer, where it stands. */
    private record Place(Lesson lesson, Lesson.Step step, Block.SingleChoice question) {
        String lessonAddress() {
            return "/moduler/grunnmodul/" + lesson.slug() + "/blokk/" + question.id() + "/svar";
        }

        String address() {
            return EXERCISE + "/grunnmodul/" + lesson.slug() + "/" + question.id();
        }

        String option(boolean right) {
            return String.valueOf(IntStream.range(0, question.options().size())
                    .filter(it -> question.options().get(it).correct() == right)
                    .findFirst()
                    .orElseThrow());
        }
    }

    private List<Place> questions() {
        return app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow().lessons(Language.NB).stream()
                .flatMap(lesson -> lesson.steps().stream()
                        .flatMap(step -> step.blocks().stream()
                                .filter(Block.SingleChoice.class::isInstance)
                                .map(it -> new Place(lesson, step, (Block.SingleChoice) it))))
                .toList();
    }

    private Place question() {
        return questions().getFirst();
    }

    private void answerInLesson(Place place, boolean right) {
        Person.Answer answer = post(place.lessonAddress(), place, UUID.randomUUID(), place.option(right), "ja");
        assertThat(answer.status()).isEqualTo(200);
    }

    private Person.Answer answerAgain(Place place, boolean right, String sure) {
        return post(place.address() + "/svar", place, UUID.randomUUID(), place.option(right), sure);
    }

    private Person.Answer post(String address, Place place, UUID key, String choice, String sure) {
        return learner.post(
                address,
                "nokkel",
                key.toString(),
                "versjon",
                place.question().version().value(),
                "valg",
                choice,
                "sikker",
                sure);
    }

    /** Days later; whoever was signed in signs in again. */
    private void later(int days) {
        app.clock().forward(Duration.ofDays(days));
        learner = app.signedIn("miljoterapeut");
    }

    private LocalDate due(Place place) {
        return sql().sql("select due from learning.repetition where block = :block")
                .param("block", place.question().id())
                .query(LocalDate.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(app.clock());
    }

    private JdbcClient sql() {
        return app.bean(JdbcClient.class);
    }

    private int rows(String table) {
        return sql().sql("select count(*) from learning." + table)
                .query(Integer.class)
                .single();
    }

    private boolean offered() {
        return !learner.get("/min-side").page().select(".exercise-card").isEmpty();
    }

    @Test
    void before_anything_is_met_there_is_nothing_and_the_page_says_what_will_come() {
        assertThat(offered()).isFalse();
        assertThat(learner.get("/min-side").text()).doesNotContain("Neste øvelse");
        assertThat(learner.get(EXERCISE).text()).contains("Når du har svart på spørsmål i en leksjon");
    }

    @Test
    void a_question_comes_back_after_days_and_a_right_answer_pushes_it_out() {
        Place place = question();
        answerInLesson(place, true);
        assertThat(offered()).as("the same day").isFalse();
        assertThat(learner.get(EXERCISE).text()).contains("Det er ingenting å øve på i dag. Neste øvelse:");

        later(2);
        assertThat(offered()).as("too early").isFalse();
        assertThat(learner.get("/min-side").text()).contains("Neste øvelse: i morgen");

        later(1);
        assertThat(offered()).as("due").isTrue();
        Person.Answer page = learner.get(
                learner.get("/min-side").one(".exercise-card .ds-button").attr("href"));
        assertThat(page.heading()).isEqualTo("Dagens øvelse");
        assertThat(page.text())
                .contains("Spørsmål 1 av 1")
                .contains(place.question().question().plain());
        Element form = page.one("#" + place.question().id() + " form");
        Person.Answer answered = learner.submit(form, "valg", place.option(true), "sikker", "ja");
        assertThat(answered.path()).isEqualTo(place.address());
        assertThat(answered.one(".verdict").text()).contains("Ja. Se hvorfor.");
        assertThat(answered.page().select(".answer__why")).isNotEmpty();
        assertThat(answered.one(".exercise__from a").attr("href"))
                .isEqualTo("/moduler/grunnmodul/" + place.lesson().slug() + "/"
                        + place.step().id() + "#" + place.question().id());
        assertThat(due(place)).isBetween(today().plusDays(7), today().plusDays(25));
        assertThat(offered()).isFalse();

        Person.Answer end = learner.get(answered.one("#" + place.question().id() + " .actions .ds-button")
                .attr("href"));
        assertThat(end.heading()).isEqualTo("Ferdig for i dag");
        assertThat(end.text()).contains("På neste vakt").contains("Dette ser lederen din");

        later(6);
        assertThat(offered()).as("still far away").isFalse();
        later(19);
        assertThat(offered()).as("back again").isTrue();
    }

    @Test
    void a_wrong_answer_comes_back_tomorrow_and_an_unsure_one_before_a_sure_one() {
        List<Place> places = questions().subList(0, 3);
        places.forEach(it -> answerInLesson(it, true));
        later(3);
        answerAgain(places.get(0), false, "ja");
        answerAgain(places.get(1), true, "nei");
        answerAgain(places.get(2), true, "ja");
        assertThat(due(places.get(0))).isEqualTo(today().plusDays(1));
        assertThat(due(places.get(1))).isAfter(due(places.get(0))).isBefore(due(places.get(2)));
        assertThat(sql().sql("select lapses from learning.repetition where block = :block")
                        .param("block", places.get(0).question().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_same_form_counts_once_and_so_do_two_tabs() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        Element tab = learner.get(EXERCISE).one("#" + place.question().id() + " form");
        Element otherTab = learner.get(EXERCISE).one("#" + place.question().id() + " form");
        learner.submit(tab, "valg", place.option(true), "sikker", "ja");
        LocalDate due = due(place);
        learner.submit(tab, "valg", place.option(true), "sikker", "ja");
        Person.Answer second = learner.submit(otherTab, "valg", place.option(false), "sikker", "ja");
        assertThat(second.one(".verdict").text()).as("the first counts").contains("Ja. Se hvorfor.");
        assertThat(rows("review")).isEqualTo(1);
        assertThat(due(place)).isEqualTo(due);
    }

    @Test
    void at_most_five_a_day_and_a_day_with_little_is_filled_up_to_three() {
        List<Place> places = questions().subList(0, 8);
        places.subList(0, 6).forEach(it -> answerInLesson(it, false));
        places.subList(6, 8).forEach(it -> answerInLesson(it, true));
        later(1);
        Person.Answer page = learner.get(EXERCISE);
        assertThat(page.text()).contains("Spørsmål 1 av 5");
        int asked = 0;
        while (!page.page().select("form[action$=/svar]").isEmpty()) {
            page = learner.submit(page.one("form[action$=/svar]"), "valg", "0", "sikker", "ja");
            page = learner.get(EXERCISE);
            asked++;
        }
        assertThat(asked).isEqualTo(5);
        assertThat(page.heading()).isEqualTo("Ferdig for i dag");
        assertThat(page.text()).contains("Neste øvelse: i morgen");
        assertThat(offered()).isFalse();

        sql().sql("update learning.repetition set due = :far")
                .param("far", today().plusDays(60))
                .update();
        later(1);
        assertThat(learner.get(EXERCISE).text())
                .as("one is due; two more come from the days to come")
                .contains("Spørsmål 1 av 3");
    }

    @Test
    void the_options_stand_in_another_order_than_in_the_lesson_and_stay_there_after_the_answer() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        Person.Answer page = learner.get(EXERCISE);
        List<String> asked = page.page().select(".choice input").eachAttr("value");
        assertThat(asked)
                .hasSameSizeAs(place.question().options())
                .isNotEqualTo(asked.stream().sorted().toList());
        List<String> texts = page.page().select(".choice label").eachText();
        Person.Answer answered =
                learner.submit(page.one("form[action$=/svar]"), "valg", place.option(true), "sikker", "ja");
        List<String> after = answered.page().select(".answer__text").eachText();
        assertThat(after).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(after.get(i)).startsWith(texts.get(i));
        }
    }

    @Test
    void nothing_chosen_is_told_beside_the_question_and_nothing_is_kept() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        Person.Answer answer = learner.submit(learner.get(EXERCISE).one("form[action$=/svar]"), "sikker", "ja");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.one("#" + place.question().id() + " .ds-validation-message")
                        .text())
                .contains("Velg et svar");
        assertThat(answer.one("fieldset").attr("aria-describedby"))
                .contains(place.question().id() + "-trouble");
        assertThat(rows("review")).isZero();
    }

    @Test
    void off_means_off_until_it_is_turned_on_again() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        Element form = learner.get(EXERCISE).one("form[action$=/svar]");
        Person.Answer off = learner.submit(learner.get(EXERCISE).one("form[action$=/repetisjon]"), "pa", "false");
        assertThat(off.text()).contains("Du har slått av repetisjon.");
        assertThat(offered()).isFalse();
        assertThat(learner.get("/min-side").text()).doesNotContain("Neste øvelse");
        assertThat(learner.submit(form, "valg", place.option(true)).text()).contains("Du har slått av repetisjon.");
        assertThat(rows("review")).isZero();
        learner.submit(learner.get(EXERCISE).one("form[action$=/repetisjon]"), "pa", "true");
        assertThat(offered()).isTrue();
    }

    @Test
    void what_one_has_not_met_oneself_does_not_exist() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        assertThat(learner.get(place.address()).status()).isEqualTo(200);
        learner = app.signedIn("behandler");
        assertThat(offered()).isFalse();
        assertThat(learner.get(place.address()).status()).isEqualTo(404);
        assertThat(answerAgain(place, true, "ja").status()).isEqualTo(404);
        assertThat(learner.get(EXERCISE + "/grunnmodul/" + place.lesson().slug() + "/finnes-ikke")
                        .status())
                .isEqualTo(404);
        assertThat(app.visitor().get(EXERCISE).path()).isEqualTo("/logg-inn");
        assertThat(rows("review")).isZero();
    }

    @Test
    void a_question_that_is_taken_out_of_its_lesson_vanishes_and_a_reworded_one_is_asked_anew() {
        List<Place> places = questions().subList(0, 2);
        places.forEach(it -> answerInLesson(it, true));
        later(3);
        answerAgain(places.get(0), true, "ja");
        for (String table : List.of("answer", "repetition", "review")) {
            sql().sql("update learning." + table + " set block = 'tatt-ut' where block = :block")
                    .param("block", places.get(0).question().id())
                    .update();
        }
        sql().sql("update learning.answer set version = '000000000000' where block = :block")
                .param("block", places.get(1).question().id())
                .update();
        later(20);
        Person.Answer page = learner.get(EXERCISE);
        assertThat(page.text())
                .contains("Spørsmål 1 av 1")
                .contains(places.get(1).question().question().plain())
                .contains("Spørsmålet er endret siden du svarte sist.");
        assertThat(learner.submit(
                                page.one("form[action$=/svar]"),
                                "valg",
                                places.get(1).option(true))
                        .text())
                .contains("Ja. Se hvorfor.");
        assertThat(learner.get(EXERCISE).heading()).isEqualTo("Ferdig for i dag");
    }

    @Test
    void the_end_gives_one_sentence_for_the_shift_and_asks_about_it_the_next_time() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        answerAgain(place, true, "ja");
        Person.Answer end = learner.get(EXERCISE);
        Element take = end.one("section.try form");
        Person.Answer taken = learner.submit(take);
        assertThat(taken.path()).isEqualTo(EXERCISE);
        assertThat(taken.one("section.try").text()).contains("Notert.");
        later(25);
        answerAgain(place, true, "ja");
        Person.Answer next = learner.get(EXERCISE);
        assertThat(next.text()).contains("Sist ville du prøve dette");
        assertThat(next.page().select("section.try"))
                .as("not also as a sentence")
                .hasSize(1);
    }

    @Test
    void a_copy_has_it_all_and_deleting_takes_it_all() {
        Place place = question();
        answerInLesson(place, true);
        later(3);
        answerAgain(place, true, "nei");
        learner.post(EXERCISE + "/repetisjon", "pa", "false");
        assertThat(learner.get("/min-side/mine-data/samtidig.json").text())
                .contains("\"sure\" : false")
                .contains("\"stability\"");
        learner.post("/min-side/mine-data/slett", "sikker", "true");
        assertThat(rows("review") + rows("repetition") + rows("repetition_off")).isZero();
        assertThat(learner.get(EXERCISE).text()).contains("Når du har svart på spørsmål i en leksjon");
    }
}
