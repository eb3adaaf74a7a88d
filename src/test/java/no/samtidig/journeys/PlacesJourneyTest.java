package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places by pages alone: made, changed, moved, merged and closed; and everything that must not happen on the way. */
@Tag("administration")
@RenewedApp(eachTest = true)
class PlacesJourneyTest {
    private static final String STEDER = "/forvaltning/steder";
    private static final String ELVETUN = STEDER + "/no.sundvik_sykehus_hf.elvetun";
    private static final String SUNDVIK = STEDER + "/no.sundvik_sykehus_hf";
    private static final String MORGENSTIEN = STEDER + "/no.morgenstien.dognbehandling";

    private final App app = App.shared();
    private final JdbcClient sql = app.bean(JdbcClient.class);
    private final Person administrator = app.visitor();

    @BeforeEach
    void signIn() {
        administrator.post("/demo/logg-inn", "rolle", "administrator");
    }

    private static Person.Answer newUnit(Person person, String owner, String name, String county) {
        return person.form(person.get(STEDER + "/ny-enhet?eier=" + owner), "Lag enheten")
                .fill("Navn", name)
                .choose("Tjenestenivå", "Spesialisthelsetjenesten")
                .choose("Fylke", county)
                .send();
    }

    @Test
    void the_same_form_again_makes_nothing_and_the_log_does_not_say_that_it_did() {
        Person.Answer page = administrator.get(STEDER + "/ny-eier");
        for (String name : List.of("Fjordlia en", "Fjordlia to")) {
            assertThat(administrator
                            .form(page, "Lag eieren")
                            .fill("Navn", name)
                            .choose("Type eier", "Privat ideell")
                            .send()
                            .heading())
                    .isEqualTo("Fjordlia en");
        }
        assertThat(sql.sql("select action from access.audit where kind = 'place'")
                        .query(String.class)
                        .list())
                .containsExactly("made owner");
    }

    @Test
    void an_owner_and_its_first_unit_each_with_what_is_next() {
        Person.Answer owner = administrator
                .form(administrator.get(STEDER + "/ny-eier"), "Lag eieren")
                .fill("Navn", "Fjordlia  rusbehandling ")
                .choose("Type eier", "Privat ideell")
                .fill("Organisasjonsnummer (valgfritt)", "974 760 673")
                .send();
        assertThat(owner.heading()).isEqualTo("Fjordlia rusbehandling");
        assertThat(owner.text()).contains("Neste steg er å lage den første enheten.", "974 760 673");
        Person.Answer unit =
                newUnit(administrator, owner.path().substring(STEDER.length() + 1), "Fjordlia post 1", "Trøndelag");
        assertThat(unit.heading()).isEqualTo("Fjordlia post 1");
        assertThat(unit.text()).contains("Neste steg er å invitere en leder.", "Inviter en leder", "Ingen ennå");
        Person.Answer invite =
                administrator.get(unit.one("a:contains(Inviter en leder)").attr("href"));
        assertThat(invite.one("select[name=rolle] option[selected]").text()).isEqualTo("Enhetsleder");
        assertThat(invite.one("select[name=sted] option[selected]").text()).contains("Fjordlia post 1");
        assertThat(administrator.get(STEDER + "?q=FJORDLIA+post").text()).contains("Fjordlia post 1", "Mangler leder");
        assertThat(sql.sql("select action from access.audit where kind = 'place' order by at")
                        .query(String.class)
                        .list())
                .containsExactly("made owner", "made unit");
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_what_was_typed_stands() {
        Person.Answer answer = administrator
                .form(administrator.get(STEDER + "/ny-eier"), "Lag eieren")
                .fill("Navn", "vinn.no")
                .fill("Organisasjonsnummer (valgfritt)", "991324967")
                .send();
        assertThat(answer.status()).isEqualTo(422);
        var form = administrator.form(answer, "Lag eieren");
        assertThat(form.fault("Navn")).isNotEmpty();
        assertThat(form.fault("Organisasjonsnummer (valgfritt)")).contains("kontrollsiffer");
        assertThat(form.value("Organisasjonsnummer (valgfritt)")).isEqualTo("991324967");
        assertThat(newUnit(administrator, "no.sundvik_sykehus_hf", "Elvetun DØGNENHET", "Trøndelag")
                        .text())
                .contains("Et annet sted heter det samme.");
        assertThat(administrator
                        .form(answer, "Lag eieren")
                        .fill("Navn", "Fjordlia")
                        .choose("Type eier", "Helseforetak")
                        .fill("Organisasjonsnummer (valgfritt)", "991324968")
                        .send()
                        .text())
                .contains("Organisasjonsnummeret tilhører Helse Sør-Øst RHF.");
    }

    @Test
    void the_list_is_searched_narrowed_sorted_and_cut() {
        assertThat(administrator.get(STEDER).page().select("tbody tr")).hasSize(5);
        assertThat(administrator.get(STEDER + "?slag=municipality").page().select("tbody tr"))
                .hasSize(2);
        assertThat(administrator.get(STEDER + "?region=rvts_vest").text())
                .contains("Morgenstien")
                .doesNotContain("Elvetun");
        assertThat(administrator.get(STEDER + "?leder=uten").page().select("tbody tr"))
                .isEmpty();
        assertThat(administrator.get(STEDER + "?sorter=-navn").one("tbody th").text())
                .startsWith("Team psykisk");
        Person.Answer owners = administrator.get(STEDER + "/eiere");
        assertThat(owners.page().select("tbody tr")).hasSize(50);
        assertThat(owners.text()).contains("Bergen kommune", "Side 1 av");
        assertThat(administrator.get(STEDER + "/eiere?q=5001").text()).contains("Trondheim");
        assertThat(administrator.get(STEDER + "/eiere?side=99").path()).isEqualTo(STEDER + "/eiere");
    }

    @Test
    void a_unit_is_moved_after_a_look_at_what_is_at_work_there() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer look = administrator
                .form(administrator.get(ELVETUN + "/flytt"), "Se over")
                .choose("Ny eier", "Almenes kommune")
                .send();
        assertThat(look.text())
                .contains(
                        "Elvetun døgnenhet får Almenes kommune som eier fra i dag.",
                        "personer har en rolle her",
                        "svar og resultater blir stående");
        Person.Answer moved = administrator.form(look, "Flytt enheten").send();
        assertThat(moved.path()).startsWith(STEDER + "/no.almenes_kommune.elvetun");
        assertThat(moved.text())
                .contains("Enheten er flyttet hit.", "Historie", "Elvetun døgnenhet, Sundvik sykehus HF");
        assertThat(administrator.get(ELVETUN).text()).contains("fortsetter dette stedet som");
        assertThat(leader.get("/enheten").status())
                .as("the leader still leads it, at once")
                .isEqualTo(200);
        assertThat(administrator.form(look, "Flytt enheten").send().status())
                .as("the same button again")
                .isEqualTo(422);
        assertThat(sql.sql("select action || ' ' || subject from access.audit where kind = 'place' order by action")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "moved no.sundvik_sykehus_hf.elvetun", "moved here no.almenes_kommune.elvetun_dognenhet");
    }

    @Test
    void two_administrators_at_once() {
        Person.Answer first = administrator.get(ELVETUN + "/endre-enhet");
        Person other = app.signedIn("administrator");
        other.form(other.get(ELVETUN + "/endre-enhet"), "Lagre")
                .fill("Navn", "Elvetun nord")
                .send();
        Person.Answer second =
                administrator.form(first, "Lagre").fill("Navn", "Elvetun sør").send();
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text())
                .contains("Noen andre har endret dette stedet siden du åpnet siden.", "Endre Elvetun nord");
        assertThat(administrator.form(second, "Lagre").value("Navn")).isEqualTo("Elvetun sør");
        assertThat(administrator.form(second, "Lagre").send().heading()).isEqualTo("Elvetun sør");
    }

    @Test
    void an_owner_with_open_units_is_closed_only_with_them_and_opened_again() {
        Person.Answer form = administrator.get(SUNDVIK + "/legg-ned");
        Person.Answer refused = administrator.form(form, "Legg ned").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Eieren har 2 åpne enheter: Elvetun døgnenhet, Sundvik DPS.");
        assertThat(administrator
                        .form(refused, "Legg ned")
                        .fill("Siste dag", "2020-01-01")
                        .send()
                        .text())
                .contains("Velg en dag fra i dag");
        assertThat(administrator
                        .form(refused, "Legg ned")
                        .fill("Siste dag", "i morgen")
                        .send()
                        .text())
                .contains("Skriv den siste dagen");
        Person.Answer closed = administrator
                .form(refused, "Legg ned")
                .fill("Siste dag", LocalDate.now(app.clock()).toString())
                .tick("Legg ned de 2 enhetene samtidig")
                .send();
        assertThat(closed.text()).contains("Nedleggelsen er registrert.");
        app.clock().forward(Duration.ofDays(1));
        assertThat(app.signedIn("administrator").get(STEDER).text()).doesNotContain("Elvetun");
        Person later = app.signedIn("administrator");
        assertThat(later.get(STEDER + "?status=lagt-ned").text()).contains("Elvetun døgnenhet", "Siste dag");
        assertThat(later.form(later.get(SUNDVIK), "Åpne igjen").send().text()).contains("Stedet er åpent igjen.");
        assertThat(later.get(STEDER).text()).contains("Elvetun døgnenhet", "Sundvik DPS");
    }

    @Test
    void a_regional_contact_does_all_of_it_in_the_own_region_and_nothing_elsewhere() {
        Person contact = app.signedIn("regional-kontakt");
        assertThat(contact.get(STEDER).text()).contains("Elvetun").doesNotContain("Morgenstien");
        assertThat(contact.get(STEDER + "/eiere?q=HF").text())
                .contains("Sundvik sykehus HF")
                .doesNotContain("Morgenstien", "Bergen");
        assertThat(new String(contact.bytes(STEDER + "/enheter.csv"), StandardCharsets.UTF_8))
                .contains("Elvetun")
                .doesNotContain("Morgenstien");
        Person.Answer made = newUnit(contact, "no.sundvik_sykehus_hf", "Sundvik post 3", "Trøndelag");
        assertThat(made.heading()).isEqualTo("Sundvik post 3");
        assertThat(contact.form(contact.get(made.path() + "/flytt?til=no.almenes_kommune"), "Flytt enheten")
                        .send()
                        .status())
                .isEqualTo(200);
        for (String away : new String[] {"", "/endre-enhet", "/flytt", "/sla-sammen", "/legg-ned"}) {
            assertThat(contact.get(MORGENSTIEN + away).status()).as(away).isEqualTo(404);
        }
        assertThat(contact.get(STEDER + "/no.morgenstien").status()).isEqualTo(404);
        assertThat(contact.get(STEDER + "/ny-eier").status()).isEqualTo(404);
        assertThat(contact.get(SUNDVIK + "/endre-eier").status()).isEqualTo(404);
        assertThat(contact.get(SUNDVIK + "/legg-ned").status()).isEqualTo(404);
        assertThat(contact.get(ELVETUN + "/flytt?til=no.morgenstien").status())
                .as("a target outside")
                .isEqualTo(404);
        int revision = sql.sql("select revision from organisation.unit where path = 'no.sundvik_sykehus_hf.elvetun'")
                .query(Integer.class)
                .single();
        assertThat(contact.post(ELVETUN + "/flytt", "til", "no.morgenstien", "utgave", "" + revision)
                        .status())
                .as("moving needs rights at the target too")
                .isEqualTo(404);
        assertThat(contact.post(MORGENSTIEN + "/flytt", "til", "no.sundvik_sykehus_hf", "utgave", "1")
                        .status())
                .as("and at the source")
                .isEqualTo(404);
        assertThat(contact.post(
                                ELVETUN + "/endre-enhet",
                                "navn",
                                "Elvetun",
                                "niva",
                                "specialist",
                                "fylke",
                                "46",
                                "utgave",
                                "" + revision)
                        .status())
                .as("a county of another region")
                .isEqualTo(422);
        assertThat(contact.post(MORGENSTIEN + "/legg-ned", "siste-dag", "2030-01-01", "utgave", "1")
                        .status())
                .isEqualTo(404);
        assertThat(contact.post(MORGENSTIEN + "/apne", "utgave", "1").status()).isEqualTo(404);
    }

    @Test
    void a_leader_calls_the_own_unit_otherwise_and_no_more() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer saved = leader.form(leader.get(ELVETUN + "/endre-enhet"), "Lagre")
                .fill("Navn", "Elvetun øst")
                .send();
        assertThat(saved.heading()).isEqualTo("Elvetun øst");
        assertThat(leader.get("/min-side").text()).contains("Elvetun øst");
        int revision = sql.sql("select revision from organisation.unit where path = 'no.sundvik_sykehus_hf.elvetun'")
                .query(Integer.class)
                .single();
        leader.post(
                ELVETUN + "/endre-enhet",
                "navn",
                "Elvetun vest",
                "niva",
                "primary",
                "fylke",
                "46",
                "utgave",
                "" + revision);
        assertThat(sql.sql(
                                "select name || level || county from organisation.unit where path = 'no.sundvik_sykehus_hf.elvetun'")
                        .query(String.class)
                        .single())
                .as("the name only")
                .isEqualTo("Elvetun vestspecialist50");
        for (String away : new String[] {"/flytt", "/sla-sammen", "/legg-ned"}) {
            assertThat(leader.get(ELVETUN + away).status()).as(away).isEqualTo(404);
        }
        assertThat(leader.get(STEDER + "/ny-enhet").status()).isEqualTo(404);
        assertThat(leader.get(SUNDVIK).status()).isEqualTo(404);
        assertThat(leader.get(STEDER + "/no.sundvik_sykehus_hf.sundvik_dps").status())
                .isEqualTo(404);
        for (String role : new String[] {"miljoterapeut", "prosjektleder", "fagredaktor", "kursholder"}) {
            assertThat(app.signedIn(role).get(STEDER).status()).as(role).isEqualTo(404);
            assertThat(app.signedIn(role).get(ELVETUN).status()).as(role).isEqualTo(404);
        }
        assertThat(app.visitor().get(STEDER).path()).isEqualTo("/logg-inn");
    }

    @Test
    void units_of_an_owner_are_merged() {
        Person.Answer look = administrator
                .form(administrator.get(ELVETUN + "/sla-sammen"), "Se over")
                .choose("Enheten som består", "Sundvik DPS")
                .send();
        assertThat(look.text())
                .contains("En sammenslåing kan ikke angres.")
                .as("two of a sort")
                .doesNotContain("er ulike");
        sql.sql("update organisation.unit set level = 'primary' where path = 'no.sundvik_sykehus_hf.elvetun'")
                .update();
        assertThat(administrator
                        .get(ELVETUN + "/sla-sammen?til=no.sundvik_sykehus_hf.sundvik_dps")
                        .text())
                .contains("Elvetun døgnenhet og Sundvik DPS er ulike.", "Se etter at det er de rette");
        assertThat(administrator
                        .get(SUNDVIK + "/sla-sammen?til=no.almenes_kommune")
                        .text())
                .contains("Type eier: «Helseforetak» og «Kommune».");
        Person.Answer merged = administrator.form(look, "Slå sammen").send();
        assertThat(merged.heading()).isEqualTo("Sundvik DPS");
        assertThat(merged.text())
                .contains("De to er slått sammen her.", "Elvetun døgnenhet, Sundvik sykehus HF", "Maren Fjellheim");
        assertThat(merged.one("a:contains(Maren Fjellheim)").attr("href")).startsWith("/forvaltning/personer/");
        assertThat(administrator.get(ELVETUN + "/flytt").text()).isNotEmpty();
    }

    @Test
    void what_is_no_place_is_not_found() {
        for (String wrong :
                new String[] {"/no", "/no.finnes.ikke", "/no.finnes_ikke", "/NO.X", "/..%2f", "/no.a.b.c.d.e.f.g.h"}) {
            assertThat(administrator.get(STEDER + wrong).status()).as(wrong).isIn(400, 404);
        }
    }
}
