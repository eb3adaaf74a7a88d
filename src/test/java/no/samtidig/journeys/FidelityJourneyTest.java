package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.platform.FormKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit's fidelity is rated in silence, revealed, talked about and agreed on; and told as change with care. */
@Tag("improvement")
@RenewedApp(eachTest = true)
class FidelityJourneyTest {
    private static final String PAGE = "/enheten/etterlevelse";
    private static final String START = PAGE + "/0";
    private static final List<String> SEVEN =
            List.of("begge-veier", "etter-svaret", "samme-plan", "samme-ord", "til-tiltak", "personen-med", "vi-over");
    private static final String HAVNESUND = "no.almenes_kommune.havnesund_ettervern";

    private static final App app = App.shared();

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private static Person coach() {
        return signedIn("inger.lise.brandvoll@region-midt.invalid");
    }

    /** Makes somebody a contact of RVTS Midt, and of nothing else in that role. */
    private static void contact(String email) {
        Accounts accounts = app.bean(Accounts.class);
        AccountId account = accounts.byEmail(email).orElseThrow();
        accounts.revoke(null, account, Role.REGIONAL_CONTACT);
        accounts.grant(
                null, account, Role.REGIONAL_CONTACT, Place.of("rvts/rvts_midt").orElseThrow(), "RVTS Midt");
    }

    private static String grant(String email) {
        return app.asOwner()
                .sql("""
                        select g.id from access.role_grant g join access.account a on a.id = g.account
                        where a.email = :email and g.role = 'regional-kontakt' and g.ended is null
                        """)
                .param("email", email)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String account(String email) {
        return app.asOwner()
                .sql("select id from access.account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String which(String unit) {
        return "?lop="
                + app.asOwner()
                        .sql("select id from improvement.journey where unit = :unit::ltree")
                        .param("unit", unit)
                        .query(UUID.class)
                        .single();
    }

    private static String[] rated(int... levels) {
        List<String> fields = new ArrayList<>();
        for (int at = 0; at < levels.length; at++) {
            fields.addAll(List.of("niva-" + SEVEN.get(at), String.valueOf(levels[at])));
            fields.addAll(List.of("grunn-" + SEVEN.get(at), "rutine"));
        }
        return fields.toArray(String[]::new);
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] agreed(String revision, String... levels) {
        List<String> fields = new ArrayList<>(List.of("utgave", revision));
        for (int at = 0; at < levels.length; at++) {
            fields.addAll(List.of("niva-" + SEVEN.get(at), levels[at]));
        }
        return fields.toArray(String[]::new);
    }

    private static String revision(Person.Answer page) {
        return page.one("input[name=utgave]").attr("value");
    }

    /** Havnesund begins, chooses Stian and Habiba, and the leader, the coach and the clinician rate. */
    private static Person begun() {
        Person leader = signedIn("eli.marie.havnvik@almenes.invalid");
        assertThat(leader.get(PAGE).text()).contains("Nå kan dere vurdere ved start");
        assertThat(leader.post(PAGE + "/ny", FormKeys.FIELD, UUID.randomUUID().toString())
                        .path())
                .startsWith(START);
        leader.post(
                START + "/hvem",
                "miljo",
                account("stian.grottum@almenes.invalid"),
                "behandler",
                account("habiba.noor@almenes.invalid"));
        leader.post(START + "/min", rated(4, 3, 3, 3, 3, 3, 2));
        coach().post(START + "/min" + which(HAVNESUND), rated(2, 3, 2, 3, 3, 3, 2));
        signedIn("habiba.noor@almenes.invalid").post(START + "/min", rated(3, 3, 2, 3, 3, 3, 2));
        return leader;
    }

    @Test
    void four_rate_in_silence_and_see_each_other_when_all_have() {
        Person leader = begun();
        Person stian = signedIn("stian.grottum@almenes.invalid");
        assertThat(leader.get(START).text()).contains("Miljø: ikke ennå").doesNotContain("Leder: 4");
        assertThat(stian.get(START).text())
                .contains("Ingen ser hva de andre har satt")
                .doesNotContain("Leder: 4");
        assertThat(stian.get(START + "/min").page().select("input[checked]")).isEmpty();
        assertThat(stian.post(START + "/min", rated(3, 3, 2, 3, 3, 3, 2)).text())
                .contains("Leder: 4", "Veileder: 2");
        assertThat(leader.get(START).page().select("[data-apart=true] h2").eachText())
                .containsExactly("Vi spør begge veier");
        assertThat(leader.post(START + "/min", rated(1, 1, 1, 1, 1, 1, 1)).status())
                .isEqualTo(409);
        assertThat(leader.get(START).text()).contains("Leder: 4");
    }

    @Test
    void one_side_writes_the_other_says_yes_and_two_who_write_at_once_lose_nothing() {
        Person leader = begun();
        Person coach = coach();
        String which = which(HAVNESUND);
        leader.post(START + "/vis");
        Person.Answer form = leader.get(START + "/enige");
        assertThat(form.page().select("#niva-begge-veier input[checked]")).isEmpty();
        assertThat(form.one("#niva-samme-plan input[checked]").attr("value")).isEqualTo("2");
        String seen = revision(form);
        coach.post(START + "/enige" + which, agreed(seen, "2", "3", "2", "3", "3", "3", "2"));
        Person.Answer late = leader.post(START + "/enige", agreed(seen, "3", "3", "2", "3", "3", "3", "2"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Noen andre skrev", "Den andre skrev 2.");
        assertThat(late.one("#niva-begge-veier input[checked]").attr("value")).isEqualTo("3");
        leader.post(START + "/enige", agreed(revision(late), "3", "3", "2", "3", "3", "3", "2"));
        assertThat(coach.post(START + "/ja" + which, "utgave", seen).status()).isEqualTo(409);
        assertThat(leader.get(START).page().select("form[action$=/ja]")).isEmpty();
        Person.Answer asked = coach.get(START + which);
        assertThat(coach.post(START + "/ja" + which, "utgave", revision(asked)).text())
                .contains("Begge sider har sagt ja");
        assertThat(leader.get(PAGE).text()).contains("Det er bare vurdert én gang, ved start.");
    }

    @Test
    void where_they_do_not_agree_the_lowest_stands_with_both_reasons() {
        Person dag = signedIn("dag.ove.sletten@almenes.invalid");
        dag.post(START + "/min", rated(3, 2, 2, 1, 2, 3, 1));
        Person leader = signedIn("anne.grete.moen@almenes.invalid");
        Person.Answer form = leader.get(START + "/enige");
        String[] fields = agreed(revision(form), "2", "2", "uenig", "1", "2", "3", "1");
        assertThat(leader.post(START + "/enige", fields).status()).isEqualTo(422);
        Person.Answer written = leader.post(
                START + "/enige",
                with(fields, "enhet-samme-plan", "Malen er ny i høst.", "veileder-samme-plan", "Få planer har begge."));
        assertThat(written.text())
                .contains("Dere ble ikke enige. Det laveste står: 2", "Malen er ny i høst.", "Få planer har begge.");
    }

    @Test
    void what_is_missing_or_about_patients_is_told_and_what_was_typed_is_kept() {
        Person dag = signedIn("dag.ove.sletten@almenes.invalid");
        Person.Answer part = dag.post(START + "/min", rated(3, 2));
        assertThat(part.status()).isEqualTo(422);
        assertThat(part.one("#niva-begge-veier input[checked]").attr("value")).isEqualTo("3");
        assertThat(part.page().select(".ds-error-summary a")).hasSize(10);
        assertThat(dag.post(START + "/min", with(rated(3, 2), "senere", "ja")).text())
                .contains("Resten venter.");
        assertThat(dag.get(START + "/min").page().select("input[type=radio][checked]"))
                .hasSize(2);
        Person.Answer patient =
                dag.post(START + "/min", with(rated(3, 2, 2, 1, 2, 3, 1), "merknad-vi-over", "Gjaldt 010190 12345"));
        assertThat(patient.status()).isEqualTo(422);
        assertThat(patient.text()).contains("fødselsnummer");
        assertThat(dag.post(START + "/min", with(rated(3, 2, 2, 1, 2, 3, 1), "merknad-vi-over", "x".repeat(141)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void change_is_told_in_words_first_and_only_what_both_sides_agree_on() {
        Person.Answer page = signedIn("torunn.espeland@morgenstien.invalid").get(PAGE);
        assertThat(page.text())
                .contains("Vi spør begge veier: fra 2 til 4")
                .contains("Gjennomsnittet av de sju gikk fra 2,0 til 3,4.")
                .contains("Den sier ingenting om hvordan det går med pasientene.")
                .doesNotContain("Personen er med: fra");
        assertThat(page.one("tr:contains(Gjennomsnitt)").text()).contains("2,0 2,7 3,3 3,4");
        assertThat(page.page().select("svg.then-now")).hasSize(10);
        Person staff = signedIn("oddveig.nesbo@morgenstien.invalid");
        assertThat(staff.get(PAGE).text()).contains("fra 2,0 til 3,4");
    }

    @Test
    void the_units_page_tells_the_same_and_what_waits() {
        assertThat(signedIn("torunn.espeland@morgenstien.invalid")
                        .get("/enheten")
                        .text())
                .contains("Vi spør begge veier: fra nivå 2 til 4.", "Gjennomsnittet av de sju gikk fra 2,0 til 3,4.");
        assertThat(signedIn("dag.ove.sletten@almenes.invalid").get("/enheten").text())
                .contains("Vurder etterlevelse ved start");
        assertThat(signedIn("linh.tran@almenes.invalid").get("/enheten").text()).doesNotContain("Vurder etterlevelse");
    }

    @Test
    void another_contact_of_the_region_neither_sees_nor_replaces_what_the_coach_rated_in_silence() {
        begun();
        contact("kari.birkeland@region-vest.invalid");
        Person other = signedIn("kari.birkeland@region-vest.invalid");
        assertThat(other.get(PAGE + which(HAVNESUND)).status())
                .as("the region is hers too")
                .isEqualTo(200);
        assertThat(other.get(START + "/min" + which(HAVNESUND)).status()).isEqualTo(404);
        assertThat(other.post(START + "/min" + which(HAVNESUND), rated(5, 5, 5, 5, 5, 5, 5))
                        .status())
                .isEqualTo(404);
        assertThat(coach().get(START + "/min" + which(HAVNESUND))
                        .page()
                        .select("input[name=niva-begge-veier][checked]")
                        .attr("value"))
                .isEqualTo("2");
    }

    @Test
    void who_works_at_the_unit_is_not_its_coach_too() {
        contact("eli.marie.havnvik@almenes.invalid");
        Person both = signedIn("eli.marie.havnvik@almenes.invalid");
        both.post("/rolle", "rolle", grant("eli.marie.havnvik@almenes.invalid"));
        assertThat(both.get("/regionen").status()).as("she acts as a contact").isEqualTo(200);
        assertThat(both.get("/enheten/avtale" + which(HAVNESUND)).status()).isEqualTo(404);
        assertThat(both.get(PAGE + which(HAVNESUND)).status()).isEqualTo(404);
    }

    @Test
    void a_coachs_sixth_rating_is_done_with_one_from_another_region_and_who_it_was_is_not_kept() {
        Person leader = begun();
        Person coach = coach();
        String which = which(HAVNESUND);
        String asked = "Ta med en veileder fra en annen region";
        assertThat(coach.get("/min-side").text()).as("four before").doesNotContain(asked);
        app.asOwner()
                .sql("""
                with made as (
                    insert into improvement.fidelity_rating (id, journey, month, begun, revealed, settled, unit_yes, coach_yes)
                    select gen_random_uuid(), id, 18, current_date, current_date, current_date, true, true
                    from improvement.journey where unit = 'no.sundvik_sykehus_hf.elvetun' returning id)
                insert into improvement.fidelity_rater (rating, part, account, done)
                select id, 'veileder', :coach::uuid, current_date from made
                """)
                .param("coach", account("inger.lise.brandvoll@region-midt.invalid"))
                .update();
        assertThat(coach.get("/min-side").text()).contains(asked);
        assertThat(coach.get(START + which).text()).contains("Hver sjette vurdering gjør vi sammen");
        assertThat(leader.get(START).text()).doesNotContain("Er en annen veileder med?");
        assertThat(leader.post(START + "/med", "med", "annen-region").status()).isEqualTo(404);
        Person.Answer kept = coach.post(START + "/med" + which, "med", "annen-region");
        assertThat(kept.text()).contains("Det er lagret hvem som var med.");
        assertThat(kept.one("#med input[checked]").attr("value")).isEqualTo("annen-region");
        assertThat(leader.get(START).text()).contains("En veileder fra en annen region var med på denne vurderingen.");
        assertThat(coach.get("/min-side").text()).doesNotContain(asked);
    }

    @Test
    void it_is_nobody_elses() {
        begun();
        String which = which(HAVNESUND);
        assertThat(signedIn("kari.birkeland@region-vest.invalid")
                        .get(START + which)
                        .status())
                .isEqualTo(404);
        assertThat(signedIn("maren.fjellheim@sundvik.invalid")
                        .get(START + which)
                        .status())
                .isEqualTo(404);
        assertThat(signedIn("maret.somby@almenes.invalid").get(START).status()).isEqualTo(404);
        assertThat(coach().get(PAGE).status()).isEqualTo(404);
        assertThat(coach().get(PAGE + which).status()).isEqualTo(200);
        assertThat(coach().get(START + "/hvem" + which).status()).isEqualTo(404);
        assertThat(signedIn("frode.kleiven@sundvik.invalid").get(PAGE + "/ny").status())
                .isEqualTo(404);
        assertThat(signedIn("linh.tran@almenes.invalid")
                        .post(START + "/min", rated(1, 1, 1, 1, 1, 1, 1))
                        .status())
                .isEqualTo(404);
    }
}
