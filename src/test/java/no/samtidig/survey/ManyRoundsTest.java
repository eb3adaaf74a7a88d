package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody reads two thousand rounds: what has to be done comes first, and the rest is found. */
@RenewedApp
class ManyRoundsTest {
    private final App app = App.shared();

    @BeforeAll
    static void many() {
        Questionnaire text = QuestionnaireText.read("stor", Path.of("stor.yaml"), SurveyWorld.QUESTIONS);
        RoundListsTest.large(
                App.shared().bean(JdbcClient.class), QuestionnaireText.write(text), QuestionnaireText.version(text));
    }

    private static int lines(Person.Answer page) {
        return page.page().select(".round-line").size();
    }

    @Test
    void open_rounds_come_first_fifty_on_a_page_and_the_heading_counts_them_all() {
        Person lead = app.signedIn("prosjektleder");
        Person.Answer first = lead.get("/undersokelser");
        assertThat(lines(first)).isEqualTo(50);
        assertThat(first.text())
                .contains("Åpne nå 100")
                .contains("Side 1 av 40")
                .doesNotContain("Under forberedelse 100");
        Person.Answer third = lead.get("/undersokelser?side=3");
        assertThat(third.text()).contains("Under forberedelse 100").doesNotContain("Åpne nå 100");
        assertThat(lead.get(third.one("a[rel=prev]").attr("href")).text()).contains("Side 2 av 40");
    }

    @Test
    void a_round_is_found_by_its_name_and_by_how_far_it_has_come() {
        Person lead = app.signedIn("prosjektleder");
        Person.Answer page = lead.get("/undersokelser");
        Person.Answer found = lead.get("/undersokelser?q=RUNDE%20123");
        assertThat(lines(found)).as("123, 1123 and 1230 to 1239").isEqualTo(12);
        assertThat(found.text()).contains("12 treff.");
        assertThat(lines(lead.get("/undersokelser?q=123%20%20runde")))
                .as("in any order")
                .isEqualTo(12);
        assertThat(found.one("#runder-q").val()).isEqualTo("RUNDE 123");
        Person.Answer closed = lead.get(page.one("a.ds-chip:contains(Lukket)").attr("href"));
        assertThat(lines(closed)).isEqualTo(20);
        assertThat(closed.one("a.ds-chip[aria-current]").text()).isEqualTo("Lukket");
        Person.Answer none = lead.get("/undersokelser?q=ingen+heter+dette");
        assertThat(none.text()).contains("0 treff. Prøv færre eller andre ord.").doesNotContain("Ingen runder ennå");
        assertThat(lead.get("/undersokelser?side=900").path())
                .as("a page that is not there any more leads to the first")
                .isEqualTo("/undersokelser");
        assertThat(lead.get("/undersokelser?tilstand=tull&side=-1").status()).isEqualTo(200);
    }

    @Test
    void a_leader_finds_the_rounds_that_asked_the_own_unit_and_no_other() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer rounds = leader.get("/undersokelser");
        assertThat(lines(rounds)).isEqualTo(50);
        assertThat(rounds.text()).contains("Side 1 av 4").doesNotContain("Lag en runde", "Under forberedelse");
        assertThat(lines(leader.get("/undersokelser?q=runde")))
                .as("of the country, and not of the municipalities only")
                .isEqualTo(50);
        assertThat(leader.get("/undersokelser?q=runde+1001").text()).contains("0 treff.");
        Person.Answer results = leader.get("/resultater");
        assertThat(results.page().select(".results-list > li")).hasSize(50);
        assertThat(results.text()).contains("Side 1 av 4");
        assertThat(leader.get("/resultater?q=runde+1880").page().select(".results-list > li"))
                .hasSize(1);
        assertThat(leader.get("/resultater?q=runde+1880&tilstand=ferdig").text())
                .contains("0 treff.");
    }
}
