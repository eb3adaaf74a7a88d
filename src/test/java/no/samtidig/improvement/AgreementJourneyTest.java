package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From interested to agreed and on: the agreement by pages alone, with everything that can go wrong between two people. */
@RenewedApp(eachTest = true)
class AgreementJourneyTest {
    private static final String AVTALE = "/enheten/avtale";

    private final App app = App.shared();
    private final JdbcClient sql = app.asOwner();
    private Person leader;
    private Person coach;
    private String which;

    /** Elvetun begins anew: the demo's journey is put aside. */
    @BeforeEach
    void a_unit_is_interested() {
        leader = app.signedIn("enhetsleder");
        coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        UnitPath elvetun = new UnitPath("no.sundvik_sykehus_hf.elvetun");
        sql.sql("update improvement.journey set stage = 'stopped' where unit = :unit::ltree")
                .param("unit", elvetun.value())
                .update();
        AccountId by = app.bean(Accounts.class)
                .byEmail("inger.lise.brandvoll@region-midt.invalid")
                .orElseThrow();
        JourneyId journey = app.bean(Journeys.class).begin(elvetun, by, null).orElseThrow();
        which = "?lop=" + journey.value();
    }

    private Person signedIn(String email) {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo");
        return person;
    }

    private static Form filled(Person person, Person.Answer page, String button) {
        return person.form(page, button)
                .fill("Hvem", "alle på kveldsvakt")
                .fill("Hva", "en øving på tolv minutter")
                .fill("Hvor", "på personalmøtet")
                .fill("Når", "første halvtime")
                .fill("Hvor ofte", "annenhver uke")
                .fill("Sammen med hvem", "en kollega")
                .fill("Hvor mange ansatte er dere?", "22");
    }

    private Person.Answer written() {
        Person.Answer form = leader.get(AVTALE + "/endre");
        Person.Answer seats = filled(leader, form, "Lagre avtalen").send();
        return leader.form(seats, "Lagre avtalen").send();
    }

    private String stage() {
        return sql.sql(
                        "select stage from improvement.journey where stage <> 'stopped' and unit = 'no.sundvik_sykehus_hf.elvetun'")
                .query(String.class)
                .optional()
                .orElse("stopped");
    }

    @Test
    void the_hours_stand_before_anybody_has_said_yes_and_are_counted_for_the_staff_there_are() {
        Person.Answer before = leader.get(AVTALE);
        assertThat(before.one(".agreement-hours").text())
                .contains("Regnet for 7 over atten måneder", "Samtidigs eget forslag");
        assertThat(before.one(".agreement__clauses li").text()).contains("[hvem]", "sammen med [hvem]");
        assertThat(before.page().select("button:contains(Si ja)")).isEmpty();
        assertThat(written().text())
                .contains("Regnet for 22 ansatte", "Hele enheten: om lag 372 timer, det er 21 timer i måneden")
                .contains("Hver ansatt: om lag 14 timer, det er 45 minutter i måneden", "om lag 42 timer i alt");
    }

    @Test
    void both_say_yes_to_the_same_version_and_only_then_the_coach_is_offered_to_move_the_unit() {
        Person.Answer page = written();
        assertThat(page.one(".agreement__clauses li").text())
                .isEqualTo(
                        "Målet: Vi vil at alle på kveldsvakt skal gjøre en øving på tolv minutter, på personalmøtet, "
                                + "første halvtime, annenhver uke, sammen med en kollega.");
        assertThat(page.page().select(".agreement__clauses li")).hasSize(14);
        Person.Answer first = leader.form(page, "Si ja for enheten").send();
        assertThat(first.one(".agreement__yes").text())
                .contains("Maren Fjellheim sa ja", "Regional kontakt: ikke ennå");
        assertThat(coach.get(AVTALE + which).text()).doesNotContain("Flytt til avtalt");
        Person.Answer both =
                coach.form(coach.get(AVTALE + which), "Si ja for regionen").send();
        assertThat(both.text()).contains("Begge har sagt ja", "Flytt til avtalt");
        assertThat(stage()).as("only a person moves a unit").isEqualTo("interested");
        Person.Answer move = coach.get(both.one("a:contains(Flytt til avtalt)").attr("href"));
        assertThat(move.text()).doesNotContain("Så langt vi ser");
        assertThat(coach.form(move, "Flytt til avtalt").send().text()).contains("Enheten er flyttet.");
        assertThat(stage()).isEqualTo("agreed");
    }

    @Test
    void a_change_is_a_new_version_that_both_must_say_yes_to_again() {
        leader.form(written(), "Si ja for enheten").send();
        coach.form(coach.get(AVTALE + which), "Si ja for regionen").send();
        Person.Answer page = leader.form(leader.get(AVTALE + "/endre"), "Lagre som ny versjon")
                .fill("Miljø", "Risten Eira")
                .send();
        assertThat(page.text()).contains("Versjon 2", "Risten Eira");
        assertThat(page.one(".agreement__yes").text())
                .contains("Leder for enheten: Sa ja til versjon 1", "Regional kontakt: Sa ja til versjon 1");
        assertThat(page.text()).contains("Si ja for enheten").doesNotContain("kan flyttes til avtalt");
        Person.Answer same = leader.form(leader.get(AVTALE + "/endre"), "Lagre som ny versjon")
                .send();
        assertThat(same.text()).as("nothing was changed").contains("Versjon 2").doesNotContain("Versjon 3");
    }

    @Test
    void a_yes_to_a_version_that_is_not_the_latest_any_more_is_not_kept() {
        Person.Answer read = written();
        coach.form(coach.get(AVTALE + "/endre" + which), "Lagre som ny versjon")
                .fill("Behandler", "Berit Haugan")
                .send();
        Person.Answer late = leader.form(read, "Si ja for enheten").send();
        assertThat(late.text()).contains("Avtalen er endret siden du leste den", "Berit Haugan");
        assertThat(late.one(".agreement__yes").text()).contains("Leder for enheten: ikke ennå");
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        written();
        Person.Answer hers = leader.get(AVTALE + "/endre");
        coach.form(coach.get(AVTALE + "/endre" + which), "Lagre som ny versjon")
                .fill("Behandler", "Berit Haugan")
                .send();
        Person.Answer both = leader.form(hers, "Lagre som ny versjon")
                .fill("Miljø", "Samira Warsame")
                .send();
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.one(".agreement__theirs").text()).contains("Berit Haugan");
        assertThat(leader.form(both, "Lagre som ny versjon").value("Miljø")).isEqualTo("Samira Warsame");
        Person.Answer kept = leader.form(both, "Lagre som ny versjon")
                .fill("Behandler", "Berit Haugan")
                .send();
        assertThat(kept.text()).contains("Versjon 3", "Berit Haugan", "Samira Warsame");
    }

    @Test
    void what_looks_like_a_patient_or_is_too_long_comes_back_with_what_was_typed() {
        Person.Answer form = leader.get(AVTALE + "/endre");
        Person.Answer back = filled(leader, form, "Lagre avtalen")
                .fill("Noe dere avtaler i tillegg (valgfritt)", "Gjelder 010190 12345")
                .fill("Hva", "x".repeat(121))
                .fill("Hvor mange ansatte er dere?", "mange")
                .send();
        assertThat(back.status()).isEqualTo(422);
        Form again = leader.form(back, "Lagre avtalen");
        assertThat(again.fault("Noe dere avtaler i tillegg (valgfritt)")).contains("fødselsnummer");
        assertThat(again.fault("Hva")).contains("120");
        assertThat(again.fault("Hvor mange ansatte er dere?")).contains("helt tall");
        assertThat(again.value("Hvem")).isEqualTo("alle på kveldsvakt");
        assertThat(sql.sql("select count(*) from improvement.agreement_version where more like '%0101%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_small_unit_has_a_team_of_three_and_the_form_asks_again_when_the_number_changes_it() {
        Person.Answer form = leader.get(AVTALE + "/endre");
        assertThat(form.text()).contains("En fra naboenheten").doesNotContain("En som tviler");
        Person.Answer back = filled(leader, form, "Lagre avtalen").send();
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text()).contains("Så mange ansatte har et annet arbeidslag", "En som tviler");
        assertThat(leader.form(back, "Lagre avtalen").send().text()).contains("Versjon 1", "ikke funnet ennå");
    }

    @Test
    void the_checklist_keeps_what_two_tick_at_once_and_says_who_ticked() {
        written();
        Person.Answer hers = leader.get(AVTALE);
        coach.form(coach.get(AVTALE + which), "Lagre sjekklisten")
                .tick("Brukerrådet er spurt")
                .send();
        Person.Answer page = leader.form(hers, "Lagre sjekklisten")
                .tick("Arbeidslaget er navngitt")
                .send();
        assertThat(page.text()).contains("2 av 10 punkter", "Inger Lise Brandvoll", "Maren Fjellheim");
    }

    @Test
    void a_yes_can_be_taken_back_and_the_page_says_so() {
        Person.Answer yes = leader.form(written(), "Si ja for enheten").send();
        Person.Answer page = leader.form(yes, "Trekk ja-et").send();
        assertThat(page.one(".agreement__yes").text()).contains("Leder for enheten: Trakk ja-et sitt");
        assertThat(page.text()).contains("Si ja for enheten");
        assertThat(stage()).isEqualTo("interested");
    }

    @Test
    void staff_read_it_and_change_nothing_and_others_do_not_know_it_exists() {
        written();
        Person staff = app.signedIn("miljoterapeut");
        Person.Answer page = staff.get(AVTALE);
        assertThat(page.text()).contains("De fjorten punktene", "alle på kveldsvakt");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(staff.post(AVTALE + "/ja", "versjon", "1").status()).isEqualTo(404);
        assertThat(staff.get(AVTALE + "/endre").status()).isEqualTo(404);
        assertThat(staff.post("/enheten/stans", "revisjon", "0").status()).isEqualTo(404);
        Person west = signedIn("kari.birkeland@region-vest.invalid");
        for (String path :
                new String[] {AVTALE, AVTALE + "/endre", AVTALE + "/utskrift", "/enheten/vent", "/enheten/status"}) {
            assertThat(west.get(path + which).status()).as(path).isEqualTo(404);
            assertThat(signedIn("frode.kleiven@sundvik.invalid")
                            .get(path + which)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(leader.get("/enheten/flytt?til=agreed").status())
                .as("a leader does not move the unit")
                .isEqualTo(404);
    }

    @Test
    void on_paper_it_stands_in_the_written_norwegian_asked_for_with_lines_to_sign_on() {
        written();
        Person.Answer nn = leader.get(AVTALE + "/utskrift?malform=nn");
        assertThat(nn.text())
                .contains("Eininga set av tid i turnus", "skal gjere en øving på tolv minutter")
                .contains("Leiar for eininga, stad, dato og underskrift");
        assertThat(nn.one(".agreement__clauses").closest("[lang]")).isNotNull();
        assertThat(leader.get(AVTALE + "/utskrift?malform=nb").text()).contains("sted, dato og underskrift");
    }

    @Test
    void a_journey_on_hold_has_an_end_within_twelve_weeks() {
        LocalDate today = LocalDate.now(app.clock());
        Person.Answer form = leader.get("/enheten/vent");
        Person.Answer far = leader.form(form, "Sett på vent")
                .choose("Hvorfor?", "Krise på enheten")
                .fill("Siste dag på vent", today.plusWeeks(13).toString())
                .send();
        assertThat(far.status()).isEqualTo(422);
        assertThat(leader.form(far, "Sett på vent").fault("Siste dag på vent")).contains("12 uker");
        Person.Answer held = leader.form(far, "Sett på vent")
                .fill("Siste dag på vent", today.plusWeeks(1).toString())
                .send();
        assertThat(held.text()).contains("Løpet står på vent til og med", "Krise på enheten");
        assertThat(coach.get("/min-side").text()).as("it ends soon").contains("Elvetun døgnenhet har stått på vent");
        Person.Answer on =
                leader.form(leader.get("/enheten/vent"), "Gå videre nå").send();
        assertThat(on.text()).contains("Pausen er over").doesNotContain("står på vent til");
    }

    @Test
    void a_new_leader_reads_it_and_answers_and_meanwhile_the_journey_is_on_hold() {
        leader.form(written(), "Si ja for enheten").send();
        coach.form(coach.get("/enheten/ny-leder" + which), "Si fra om ny leder").send();
        assertThat(coach.get("/enheten" + which).text()).contains("Grunn: Ny leder");
        Accounts accounts = app.bean(Accounts.class);
        String email = UUID.randomUUID() + "@sundvik.invalid";
        AccountId other = accounts.keep(email, "Jorunn Vikan", accounts.hash("samtidig-demo"));
        accounts.grant(
                null,
                other,
                Role.UNIT_LEADER,
                Place.of(new UnitPath("no.sundvik_sykehus_hf.elvetun")),
                "Elvetun døgnenhet");
        Person next = signedIn(email);
        assertThat(next.get("/min-side").text()).contains("Svar på avtalen for Elvetun døgnenhet");
        Person.Answer none = next.form(next.get("/enheten/ny-leder"), "Svar").send();
        assertThat(none.status()).isEqualTo(422);
        next.form(none, "Svar").choose("Hva svarer du?", "Ja").send();
        Person.Answer page = next.get(AVTALE);
        assertThat(page.one(".agreement__yes").text()).contains("Leder for enheten: Jorunn Vikan sa ja");
        assertThat(next.get("/enheten").text()).doesNotContain("står på vent til");
    }

    @Test
    void either_side_stops_with_a_reason_staff_are_told_and_everything_can_still_be_read_and_printed() {
        leader.form(written(), "Si ja for enheten").send();
        Person.Answer form = leader.get("/enheten/stans");
        Person.Answer none = leader.form(form, "Takk nei").send();
        assertThat(none.status()).isEqualTo(422);
        Person.Answer done = leader.form(none, "Takk nei")
                .tick("Ikke tid nå")
                .fill("Dette får de ansatte vite", "Vi venter til høsten.")
                .send();
        assertThat(done.text()).contains("Enheten takket nei", "Ikke tid nå");
        assertThat(app.signedIn("miljoterapeut").get("/enheten").text()).contains("Vi venter til høsten.");
        assertThat(leader.get(AVTALE).text()).contains("Maren Fjellheim sa ja").doesNotContain("Trekk ja-et");
        assertThat(leader.get(AVTALE + "/utskrift").status()).isEqualTo(200);
        assertThat(leader.get(AVTALE + "/endre").path()).isEqualTo(AVTALE);
        assertThat(leader.post(AVTALE + "/ja", "versjon", "1").text()).doesNotContain("Du har sagt ja til denne");
    }

    @Test
    void another_coach_of_the_region_takes_over_and_what_waits_comes_to_them() {
        written();
        Accounts accounts = app.bean(Accounts.class);
        String email = UUID.randomUUID() + "@region-midt.invalid";
        AccountId other = accounts.keep(email, "Bjarte Moe", accounts.hash("samtidig-demo"));
        accounts.grant(
                null, other, Role.REGIONAL_CONTACT, place("inger.lise.brandvoll@region-midt.invalid"), "RVTS Midt");
        Person next = signedIn(email);
        assertThat(next.get("/min-side").text()).doesNotContain("Svar på avtalen for Elvetun");
        Person.Answer page = next.form(next.get("/enheten/veileder" + which), "Overta enheten")
                .send();
        assertThat(page.text()).contains("Veileder er Bjarte Moe.");
        assertThat(next.get("/min-side").text()).contains("Svar på avtalen for Elvetun");
        assertThat(coach.get("/min-side").text()).doesNotContain("Svar på avtalen for Elvetun");
    }

    private Place place(String email) {
        Accounts accounts = app.bean(Accounts.class);
        return accounts.visitor(accounts.byEmail(email).orElseThrow(), null)
                .require(Permission.RUN_PIPELINE)
                .acting()
                .at();
    }

    @Test
    void the_leader_releases_a_status_and_others_see_that_one_only() {
        written();
        assertThat(coach.get("/enheten/status" + which).text()).contains("Ingen status er frigitt ennå");
        Person.Answer draft = leader.get("/enheten/status");
        assertThat(draft.text())
                .contains("Vi vil at alle på kveldsvakt", "Vi kan ikke si om noe har endret seg", "Metode og grenser");
        Person.Answer done = leader.form(draft, "Frigi i dag")
                .fill("Med dine egne ord (valgfritt)", "Vi er så vidt i gang.")
                .send();
        assertThat(done.text()).contains("Statusen er frigitt");
        leader.form(leader.get(AVTALE + "/endre"), "Lagre som ny versjon")
                .fill("Hvem", "bare natta")
                .send();
        assertThat(coach.get("/enheten/status" + which).text())
                .contains("Frigitt av lederen", "Vi er så vidt i gang.", "alle på kveldsvakt")
                .doesNotContain("bare natta");
        assertThat(app.signedIn("miljoterapeut")
                        .get("/enheten/status?malform=nn")
                        .text())
                .contains("Kvar vi er");
        assertThat(coach.post(
                                "/enheten/status/frigi" + which,
                                "nokkel",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
    }
}
