package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking own data out, and having it deleted. */
@Tag("access")
@RenewedApp
@Proves(Promise.OWN_DATA)
class OwnDataJourneyTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk";

    private static final App app = App.shared();

    private static Person learner(String role, String note) {
        Person learner = app.signedIn(role);
        Person.Answer step = learner.get(STEP);
        learner.submit(step.one("form.reflection"), "tekst", note);
        learner.submit(step.one(".step-nav"));
        return learner;
    }

    @Test
    void everything_is_in_the_file_and_nothing_of_anybody_else() {
        Person learner = learner("miljoterapeut", "Mitt eget, med «hermetegn» og Čáhci.");
        learner("behandler", "En annens.");
        Person.Answer file = learner.get("/min-side/mine-data/samtidig.json");
        assertThat(file.header("content-disposition")).startsWith("attachment");
        assertThat(file.text())
                .contains("Mitt eget, med «hermetegn» og Čáhci.")
                .contains("ane.solvik@sundvik.invalid")
                .contains("\"lesson\" : \"hvorfor-samtidig\"")
                .doesNotContain("En annens.");
        assertThat(app.visitor().get("/min-side/mine-data/samtidig.json").path())
                .isEqualTo("/logg-inn");
    }

    @Test
    void deletion_asks_first_then_takes_all_of_ones_own_and_nothing_of_anybody_elses() {
        Person learner = learner("kursholder", "Skal bort.");
        Person other = learner("fagredaktor", "Skal stå.");
        Person.Answer page = learner.get("/min-side/mine-data");
        assertThat(page.page().select("dl.kv dd").eachText())
                .as("what there is none of")
                .isNotEmpty()
                .doesNotContain("0");
        assertThat(page.text()).contains("Du har ikke gjort noe mer her som er lagret.");
        Person.Answer unconfirmed = learner.submit(page.one("main form"));
        assertThat(unconfirmed.status()).isEqualTo(422);
        assertThat(unconfirmed.text()).contains("Ingenting er slettet ennå");
        assertThat(learner.get("/min-side/refleksjoner").text()).contains("Skal bort.");
        Person.Answer deleted = learner.submit(page.one("main form"), "sikker", "true");
        assertThat(deleted.text()).contains("Alt du hadde gjort, er slettet.");
        assertThat(learner.get("/min-side/refleksjoner").text()).doesNotContain("Skal bort.");
        assertThat(learner.get("/min-side").text()).contains("Begynn");
        assertThat(other.get("/min-side/refleksjoner").text()).contains("Skal stå.");
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from access.audit where action = 'deleted own learning'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_file_to_read_stands_alone_and_holds_everything_in_the_readers_language() {
        Person learner = learner("enhetsleder", "Mitt <b>eget</b>.");
        learner.get("/min-side/konto");
        learner.post("/sprak", "sprak", "nn", "retur", "/");
        Person.Answer file = learner.get("/min-side/mine-data/samtidig.html");
        assertThat(file.header("content-disposition")).startsWith("attachment").contains("samtidig.html");
        assertThat(file.one("html").attr("lang")).isEqualTo("nn");
        assertThat(file.text()).contains("Mitt <b>eget</b>.", "Spørsmål", "Roller du har", "signed in");
        assertThat(file.page().select("b")).isEmpty();
        assertThat(file.page().select("script, img, link:not([href^=data:])"))
                .as("nothing beside it")
                .isEmpty();
        assertThat(file.page().select("section h2")).hasSizeGreaterThan(10);
    }

    @Test
    void every_table_about_a_learner_is_in_the_copy() {
        String file = learner("erfaringskonsulent", "Noe.")
                .get("/min-side/mine-data/samtidig.json")
                .text();
        assertThat(app.bean(JdbcClient.class).sql("""
                                select table_name from information_schema.columns
                                where table_schema in ('learning', 'access', 'certificate') and column_name = 'account'
                                """).query(String.class).list())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(file).contains("\"" + it + "\""));
    }
}
