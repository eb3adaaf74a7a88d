package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A regional contact and the units of the region, by pages alone. */
@RenewedApp(eachTest = true)
class PipelineJourneyTest {
    private static final String UNITS = "/regionen/enheter";

    private final App app = App.shared();
    private Person contact;

    @BeforeEach
    void signIn() {
        // with a planned talk a unit has its next step
        sql().sql("""
                do $$ begin
                    if to_regclass('improvement.talk') is not null then
                        delete from improvement.talk where state = 'planned';
                    end if;
                end $$
                """).update();
        contact = app.signedIn("regional-kontakt");
    }

    private JdbcClient sql() {
        return app.asOwner();
    }

    private String card(String unit) {
        return UNITS + "/"
                + sql().sql("select id from improvement.journey where unit = :unit::ltree order by begun desc limit 1")
                        .param("unit", unit)
                        .query(String.class)
                        .single();
    }

    private String havnesund() {
        return card("no.almenes_kommune.havnesund_ettervern");
    }

    private String tomorrow() {
        return LocalDate.now(app.clock()).plusDays(1).toString();
    }

    @Test
    void the_board_tells_first_what_waits_and_then_where_each_unit_is() {
        Person.Answer board = contact.get("/regionen");
        assertThat(board.heading()).isEqualTo("RVTS Midt");
        assertThat(board.text()).contains("3 enheter har ikke noe neste steg");
        assertThat(board.one(".board__column:contains(Forankret)").text())
                .contains(
                        "Havnesund ettervern",
                        "Almenes kommune",
                        "Åpne neste GAP-runde",
                        "Ingen dag er satt",
                        "Inger Lise Brandvoll");
        assertThat(board.page().select(".unit-card")).hasSize(3);
        assertThat(board.text()).contains("Stanset: 1").doesNotContain("Morgenstien");
        Person.Answer list = contact.get("/regionen?vis=liste&niva=specialist");
        assertThat(list.path()).isEqualTo(UNITS);
        assertThat(list.page().select("tbody tr")).as("Elvetun and Sundvik DPS").hasSize(2);
        assertThat(contact.get(list.one("a.ds-chip:contains(Tavle)").attr("href"))
                        .page()
                        .select(".unit-card"))
                .as("the same narrowed")
                .hasSize(1);
    }

    @Test
    void the_list_is_searched_narrowed_sorted_and_taken_home() {
        assertThat(contact.get(UNITS).page().select("tbody tr")).hasSize(4);
        assertThat(contact.get(UNITS + "?q=HAVNESUND").page().select("tbody tr"))
                .hasSize(1);
        assertThat(contact.get(UNITS + "?trinn=running").page().select("tbody tr"))
                .hasSize(2);
        assertThat(contact.get(UNITS + "?eier=municipality&niva=primary").page().select("tbody tr"))
                .hasSize(2);
        assertThat(contact.get(UNITS + "?fylke=50").page().select("tbody tr")).hasSize(4);
        assertThat(contact.get(UNITS + "?veileder=meg").page().select("tbody tr"))
                .hasSize(4);
        assertThat(contact.get(UNITS + "?veileder=ingen").text()).contains("0 treff.");
        assertThat(contact.get(UNITS + "?venter=uten-steg").page().select("tbody tr"))
                .hasSize(3);
        assertThat(contact.get(UNITS + "?sorter=-enhet").one("tbody th").text()).startsWith("Team psykisk");
        Person.Answer file =
                contact.get(contact.get(UNITS + "?q=elvetun").one("a[download]").attr("href"));
        assertThat(file.body()).contains("Elvetun døgnenhet;Sundvik sykehus HF").doesNotContain("Havnesund");
        assertThat(sql().sql("select kind from access.audit where action = 'exported'")
                        .query(String.class)
                        .list())
                .containsExactly("pipeline");
    }

    @Test
    void a_next_step_is_written_seen_on_the_board_and_refused_where_it_says_too_much() {
        Person.Answer card = contact.get(havnesund());
        Person.Answer wrong = contact.form(card, "Lagre neste steg")
                .fill("Neste steg", "Ringe om 010190 12345")
                .send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(contact.form(wrong, "Lagre neste steg").fault("Neste steg")).contains("pasienter");
        assertThat(contact.form(wrong, "Lagre neste steg").fault("Når")).contains("Velg en dag");
        assertThat(contact.form(wrong, "Lagre neste steg").value("Neste steg")).isEqualTo("Ringe om 010190 12345");
        assertThat(contact.form(wrong, "Lagre neste steg")
                        .fill("Neste steg", "Eli Marie ringer vikarbyrået")
                        .fill("Når", tomorrow())
                        .send()
                        .text())
                .contains("Neste steg er lagret.");
        assertThat(contact.get("/regionen").text())
                .contains("2 enheter har ikke noe neste steg", "Eli Marie ringer vikarbyrået", "i morgen");
        Person.Answer late = contact.form(card, "Lagre neste steg")
                .fill("Neste steg", "Noe annet")
                .fill("Når", tomorrow())
                .send();
        assertThat(late.status()).as("somebody wrote meanwhile").isEqualTo(422);
        assertThat(late.text()).contains("Eli Marie ringer vikarbyrået");
        Person.Answer again = contact.form(late, "Lagre neste steg").send();
        assertThat(again.text()).contains("Neste steg er lagret.");
        assertThat(contact.get("/regionen").text()).contains("Noe annet");
    }

    @Test
    void an_agreement_that_waits_for_the_region_is_told_on_the_board() {
        sql().sql("""
                with it as (
                    insert into improvement.agreement_version (journey, number, staff, clauses, made)
                    select id, 99, 4, '[]', current_date from improvement.journey
                    where unit = 'no.almenes_kommune.havnesund_ettervern' returning journey)
                insert into improvement.agreement_yes (id, journey, number, side, day, made)
                select gen_random_uuid(), journey, 99, 'leader', current_date, now() from it
                """).update();
        assertThat(contact.get("/regionen").text())
                .contains("Havnesund ettervern har sagt ja til avtalen og venter på svar fra regionen");
        sql().sql("""
                insert into improvement.agreement_yes (id, journey, number, side, day, made)
                select gen_random_uuid(), journey, 99, 'region', current_date, now()
                from improvement.agreement_version where number = 99
                """).update();
        assertThat(contact.get("/regionen").text()).doesNotContain("har sagt ja til avtalen og venter");
    }

    @Test
    void a_unit_is_moved_forward_and_back_and_every_move_is_kept() {
        Person.Answer where = contact.get(havnesund() + "/flytt");
        Person.Answer look = contact.form(where, "Se hva det betyr")
                .choose("Hvor skal enheten?", "I gang")
                .send();
        assertThat(look.text())
                .contains("Første resultatmøte er holdt og ga ett til tre mål.", "Det første tiltaket har en eier");
        Person.Answer moved = contact.form(look, "Flytt til «i gang»")
                .fill("Merknad (valgfritt)", "Klar i dag")
                .send();
        assertThat(moved.text()).contains("Enheten er flyttet.", "Flyttet fra forankret til i gang.", "Klar i dag");
        assertThat(contact.form(look, "Flytt til «i gang»").send().status())
                .as("the same again, from where it no longer is")
                .isEqualTo(422);
        Person.Answer back = contact.form(contact.get(havnesund() + "/flytt?til=anchored"), "Flytt til «forankret»")
                .send();
        assertThat(back.text()).contains("Flyttet fra i gang til forankret.", "Flyttet fra forankret til i gang.");
        assertThat(contact.get(havnesund() + "/flytt?til=sustained").text())
                .as("not from here")
                .contains("Hvor skal enheten?");
    }

    @Test
    void a_stop_has_a_reason_ends_the_contact_and_can_begin_anew() {
        String card = havnesund();
        contact.form(contact.get(card), "Lagre kontaktperson")
                .fill("Kontaktperson", "Oppdiktet Kontakt")
                .fill("E-postadresse", "kontakt@havnesund.invalid")
                .send();
        assertThat(sql().sql("select count(*) from improvement.pipeline_contact")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Person.Answer look = contact.get(card + "/flytt?til=stopped");
        Person.Answer none = contact.form(look, "Stans løpet").send();
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Velg én eller to grunner.");
        Person.Answer stopped = contact.form(none, "Stans løpet")
                .tick("Ikke tid nå")
                .tick("Leder sluttet eller ble borte")
                .send();
        assertThat(stopped.text()).contains("Enheten er flyttet.", "Ikke tid nå, Leder sluttet eller ble borte.");
        assertThat(sql().sql("select count(*) from improvement.pipeline_contact")
                        .query(Integer.class)
                        .single())
                .as("kept only as long as the journey")
                .isZero();
        Person.Answer anew =
                contact.form(contact.get(card + "/nytt"), "Begynn et nytt løp").send();
        assertThat(anew.text()).contains("Et nytt løp er begynt.", "Enheten har hatt et løp før dette");
        assertThat(contact.get(card).text()).contains("Gå til det nye løpet");
        assertThat(contact.get(UNITS + "?q=havnesund").page().select("tbody tr"))
                .as("the one that is alive")
                .hasSize(1);
        Person.Answer twice = contact.get(card + "/nytt");
        assertThat(contact.form(twice, "Begynn et nytt løp").send().status()).isEqualTo(422);
    }

    @Test
    void on_hold_is_silent_and_has_an_end() {
        String card = havnesund();
        Person.Answer form = contact.get(card + "/vent");
        Person.Answer wrong = contact.form(form, "Sett på vent")
                .fill(
                        "På vent til og med",
                        LocalDate.now(app.clock()).plusWeeks(13).toString())
                .choose("Hvorfor?", "Ferie")
                .send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(contact.form(wrong, "Sett på vent").fault("På vent til og med"))
                .contains("12 uker");
        Person.Answer held = contact.form(wrong, "Sett på vent")
                .fill(
                        "På vent til og med",
                        LocalDate.now(app.clock()).plusWeeks(8).toString())
                .send();
        assertThat(held.text()).contains("Enheten er satt på vent.", "Ferie.");
        assertThat(contact.get("/regionen").text()).contains("2 enheter har ikke noe neste steg", "På vent til");
        assertThat(contact.form(contact.get(card + "/vent"), "Ta enheten av vent")
                        .send()
                        .text())
                .contains("ikke lenger på vent");
    }

    @Test
    void a_note_is_kept_once_and_a_look_at_a_leader_is_told() {
        Person.Answer card = contact.get(havnesund());
        assertThat(card.text()).contains("Eli Marie Havnvik", "eli.marie.havnvik@almenes.invalid");
        for (int i = 0; i < 2; i++) {
            contact.form(card, "Lagre notat")
                    .fill("Nytt notat", "De vil begynne etter påske.")
                    .send();
        }
        assertThat(sql().sql("select text from improvement.pipeline_note")
                        .query(String.class)
                        .list())
                .containsExactly("De vil begynne etter påske.");
        assertThat(contact.form(card, "Lagre notat")
                        .fill("Nytt notat", "x".repeat(501))
                        .send()
                        .status())
                .as("the form's key has made its note")
                .isEqualTo(200);
        Person.Answer fresh = contact.get(havnesund());
        assertThat(contact.form(fresh, "Lagre notat")
                        .fill("Nytt notat", "x".repeat(501))
                        .send()
                        .status())
                .isEqualTo(422);
        assertThat(sql().sql(
                                "select count(*) from access.audit where kind = 'contacts-of-unit' and cardinality(about) = 1")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void nobody_else_comes_there() {
        String elvetun = card("no.sundvik_sykehus_hf.elvetun");
        String morgenstien = card("no.morgenstien.dognbehandling");
        List<String> routes = List.of("", "/flytt", "/vent", "/veileder");
        for (String role : List.of("enhetsleder", "miljoterapeut", "prosjektleder", "administrator", "kursholder")) {
            Person other = app.signedIn(role);
            assertThat(other.get("/regionen").status()).as(role).isEqualTo(404);
            assertThat(other.get(UNITS + ".csv").status()).as(role).isEqualTo(404);
            for (String route : routes) {
                assertThat(other.get(elvetun + route).status()).as(role + route).isEqualTo(404);
            }
        }
        for (String route : routes) {
            assertThat(contact.get(elvetun + route).status()).isEqualTo(200);
            assertThat(contact.get(morgenstien + route).status())
                    .as("of another region")
                    .isEqualTo(404);
        }
        assertThat(contact.post(morgenstien + "/neste", "neste", "x", "dag", tomorrow(), "revisjon", "0")
                        .status())
                .isEqualTo(404);
        assertThat(contact.get(UNITS + "/tull").status()).isEqualTo(404);
    }
}
