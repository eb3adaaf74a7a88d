package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first visit. */
@Tag("learning")
@RenewedApp
class WelcomeJourneyTest {
    private static final App app = App.shared();

    private static List<String> cards(Person.Answer page) {
        return page.page().select(".begin__link").eachAttr("href");
    }

    private static Person.Answer says(Person person, String profession) {
        return person.form(person.get("/velkommen?endre"), "Det stemmer")
                .choose("Hva jobber du som?", profession)
                .send();
    }

    @Test
    void the_role_suggests_an_answer_and_the_first_lesson_is_one_press_away() {
        Person learner = app.signedIn("miljoterapeut");
        Person.Answer question = learner.get("/velkommen");
        assertThat(question.heading()).isEqualTo("Velkommen, Ane");
        assertThat(question.text()).contains("Miljøterapeut, Elvetun døgnenhet");
        assertThat(question.one("input[name=yrke][checked]").attr("value")).isEqualTo("miljoterapeut");
        Person.Answer begin = learner.form(question, "Det stemmer").send();
        assertThat(begin.heading()).isEqualTo("Begynn her");
        assertThat(cards(begin)).hasSize(3).last().isEqualTo("/dette-ser-lederen");
        Person.Answer step = learner.get(cards(begin).getFirst());
        assertThat(step.path()).isEqualTo("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
        assertThat(step.page().select(".step-nav")).isNotEmpty();
        assertThat(learner.get(cards(begin).get(1)).page().select("section.case"))
                .as("a course of events with choices")
                .isNotEmpty();
        assertThat(learner.get("/velkommen").heading()).as("asked once").isEqualTo("Begynn her");
        assertThat(learner.get("/velkommen?endre").heading()).isEqualTo("Velkommen, Ane");
        assertThat(learner.get("/min-side").page().select("a[href=/velkommen]")).isNotEmpty();
    }

    @Test
    void what_is_suggested_follows_the_profession() {
        Person clinician = app.signedIn("behandler");
        Person.Answer begin = says(clinician, "Saksbehandler");
        assertThat(clinician.get(cards(begin).get(1)).page().select("section.duty"))
                .isNotEmpty();
        assertThat(begin.text()).contains("Saksbehandler");
        Person leader = app.signedIn("enhetsleder");
        Person.Answer together = says(leader, "Enhetsleder");
        assertThat(leader.get(cards(together).get(1)).page().select("section.team"))
                .isNotEmpty();
        assertThat(cards(together)).contains("/invitasjoner");
        Person editor = app.signedIn("fagredaktor");
        assertThat(editor.get("/velkommen").one("input[name=yrke][checked]").attr("value"))
                .isEqualTo("annet");
        Person.Answer other = says(editor, "Noe annet");
        assertThat(cards(other)).hasSize(3).contains("/redaksjon/dekning");
    }

    @Test
    void lessons_are_marked_for_a_profession_only_where_the_mark_tells_something() {
        Person leader = app.signedIn("prosjektleder");
        assertThat(leader.get("/moduler/grunnmodul").text()).doesNotContain("For deg");
        says(leader, "Enhetsleder");
        assertThat(leader.get("/moduler/grunnmodul").page().select(".path__for-you"))
                .hasSize(2);
        says(leader, "Miljøterapeut");
        assertThat(leader.get("/moduler/grunnmodul").page().select(".path__for-you"))
                .as("every lesson is written for them")
                .isEmpty();
    }

    @Test
    void somebody_with_two_roles_chooses_one_of_their_own_and_nobody_elses() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer question = leader.get("/velkommen?endre");
        assertThat(question.page().select("input[name=rolle]")).hasSize(2);
        leader.form(question, "Det stemmer")
                .choose("Hvor vil du begynne?", "Miljøterapeut, Elvetun døgnenhet")
                .choose("Hva jobber du som?", "Miljøterapeut")
                .send();
        assertThat(leader.get("/enheten/ansatte").status())
                .as("acts as a milieu therapist now")
                .isEqualTo(404);
        String foreign = app.signedIn("enhetsleder")
                .get("/velkommen?endre")
                .one("input[name=rolle]")
                .attr("value");
        assertThat(app.signedIn("kursholder")
                        .post("/velkommen", "yrke", "annet", "rolle", foreign)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_answer_is_asked_for_in_words_and_an_unknown_one_is_no_form_of_ours() {
        Person learner = app.signedIn("erfaringskonsulent");
        Person.Answer unanswered = learner.post("/velkommen");
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.one("#yrke-trouble").text()).contains("Velg det som ligner mest");
        assertThat(learner.post("/velkommen", "yrke", "tannlege").status()).isEqualTo(404);
        assertThat(app.visitor().get("/velkommen").path()).isEqualTo("/logg-inn");
    }

    @Test
    void said_twice_is_kept_once_and_can_be_deleted_with_the_rest() {
        Person learner = app.signedIn("kursholder");
        learner.post("/velkommen", "yrke", "behandler");
        learner.post("/velkommen", "yrke", "annet");
        assertThat(learner.get("/min-side/mine-data/samtidig.json").text()).contains("\"beginning\"");
        learner.post("/min-side/mine-data/slett", "sikker", "true");
        assertThat(learner.get("/velkommen").heading()).startsWith("Velkommen");
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from learning.beginning b join access.account a on a.id = b.account where a.email = 'amir.hosseini@region-midt.invalid'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
