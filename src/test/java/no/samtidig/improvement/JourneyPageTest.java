package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Test;

/** The page of the unit's journey: what each of those who come there sees, and what they do not. */
@RenewedApp
class JourneyPageTest {
    private static final App app = App.shared();

    private static Person signedIn(String email) {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo");
        return person;
    }

    @Test
    void the_leader_sees_the_line_with_today_and_the_own_staff_in_numbers() {
        Person.Answer page = app.signedIn("enhetsleder").get("/enheten");
        assertThat(page.heading()).isEqualTo("Elvetun døgnenhet");
        assertThat(page.one(".timeline__summary").text()).startsWith("Måned 12 av 18. Neste stopp:");
        assertThat(page.page().select(".timeline__station")).hasSize(8);
        assertThat(page.page().select(".timeline__line > li").eachText().toString())
                .contains("Tolv måneder")
                .containsPattern("Tolv måneder [^,]*, (var planlagt|gjort), I dag, [^,]* 2026, Enheten leder");
        assertThat(page.one("section:has(h2:contains(Ansatte i tall))").text()).contains("0 av 6 har fullført");
        assertThat(page.text()).contains("Veileder er Inger Lise Brandvoll.");
    }

    @Test
    void staff_see_a_gentler_page_without_anything_about_colleagues() {
        Person.Answer page = app.signedIn("miljoterapeut").get("/enheten");
        assertThat(page.heading()).isEqualTo("Elvetun døgnenhet");
        assertThat(page.text())
                .contains("Hva som er anonymt")
                .doesNotContain("Ansatte i tall", "Samira", "Tomasz", "har fullført minst");
        assertThat(page.page().select("main h2").eachText())
                .as("what the unit practises comes before the line of time")
                .startsWith("Målene våre", "Atten måneder");
    }

    @Test
    void the_coach_sees_no_names_of_staff_and_only_the_units_of_the_own_region() {
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        String elvetun = journey("no.sundvik_sykehus_hf.elvetun");
        Person.Answer page = coach.get("/enheten?lop=" + elvetun);
        assertThat(page.heading()).isEqualTo("Elvetun døgnenhet");
        assertThat(page.text()).doesNotContain("Samira", "Ansatte i tall");
        assertThat(page.one(".section-menu__link:contains(Til enhetskortet)").attr("href"))
                .isEqualTo("/regionen/enheter/" + elvetun);
        assertThat(app.signedIn("enhetsleder").get("/enheten").text()).doesNotContain("Til enhetskortet");
        assertThat(coach.get("/enheten?lop=" + journey("no.morgenstien.dognbehandling"))
                        .status())
                .isEqualTo(404);
        assertThat(coach.get("/enheten?lop=tull").status()).isEqualTo(404);
        assertThat(signedIn("frode.kleiven@sundvik.invalid")
                        .get("/enheten?lop=" + elvetun)
                        .status())
                .as("a leader of a neighbour unit")
                .isEqualTo(404);
        assertThat(app.signedIn("prosjektleder").get("/enheten").status()).isEqualTo(404);
    }

    @Test
    void a_unit_that_stopped_says_so_and_has_no_plans_left() {
        Person.Answer page = signedIn("frode.kleiven@sundvik.invalid").get("/enheten");
        assertThat(page.one(".timeline__summary").text()).startsWith("Løpet ble stanset");
        assertThat(page.page().select(".timeline__when").eachText().toString())
                .contains("utgår")
                .doesNotContain(", planlagt");
        assertThat(page.text()).contains("Leder sluttet eller ble borte");
    }

    @Test
    void the_status_of_a_unit_that_stopped_says_why_and_promises_nothing_more() {
        Person leader = signedIn("frode.kleiven@sundvik.invalid");
        assertThat(leader.get("/enheten/status").text())
                .contains(
                        "Oppgitt grunn: leder sluttet eller ble borte; omorganisering eller flytting.",
                        "Løpet ble avsluttet før det var to runder med svar.",
                        "Det ble bare vurdert én gang, ved start.")
                .containsPattern("Det var [45] måneder etter det første resultatmøtet.")
                .doesNotContain("neste vurdering", "Det trengs minst to runder");
        assertThat(leader.get("/enheten/status?malform=nn").text()).contains("leiaren slutta eller blei borte");
    }

    @Test
    void the_status_counts_what_the_management_can_move_and_quotes_nobody() {
        String status = signedIn("torunn.espeland@morgenstien.invalid")
                .get("/enheten/status")
                .text();
        assertThat(status)
                .contains("Tid sto i veien i fem av 22 samtaler.", "Dere kan peke ut en stedfortreder.")
                .doesNotContain("Neste steg:", "Redd for følgene", "Uenighet");
        assertThat(signedIn("anne.grete.moen@almenes.invalid")
                        .get("/enheten/status")
                        .text())
                .contains("Tid sto i veien i den ene samtalen som er holdt.");
        assertThat(signedIn("eli.marie.havnvik@almenes.invalid")
                        .get("/enheten/status")
                        .text())
                .contains("Ingenting er skrevet ned ennå.");
    }

    @Test
    void no_talk_of_the_demo_repeats_another_and_who_was_away_cancelled_nothing() {
        assertThat(app.asOwner()
                        .sql("select step from improvement.talk where step <> ''")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates();
        assertThat(app.asOwner().sql("""
                                select count(*) from improvement.talk t join improvement.journey j on j.id = t.journey
                                where j.unit = 'no.sundvik_sykehus_hf.sundvik_dps' and t.cancelled_by = 'leader'
                                """).query(Integer.class).single())
                .as("the leader was away")
                .isZero();
    }

    @Test
    void a_unit_before_its_first_meeting_has_no_dates_to_count_from() {
        Person.Answer page = signedIn("eli.marie.havnvik@almenes.invalid").get("/enheten");
        assertThat(page.one(".timeline__summary").text()).contains("ikke hatt det første resultatmøtet");
        assertThat(page.one(".timeline__station:contains(Seks måneder)").text()).isEqualTo("Seks måneder planlagt");
    }

    private static String journey(String unit) {
        return app.asOwner()
                .sql("select id::text from improvement.journey where unit = :unit::ltree")
                .param("unit", unit)
                .query(String.class)
                .single();
    }
}
