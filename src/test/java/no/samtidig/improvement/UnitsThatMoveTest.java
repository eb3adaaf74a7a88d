package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Granting;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.gap.GapForm;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.UnitFacts;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.survey.RoundId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units, coaches and leaders do not stay where they were: nothing of the journey is lost, and nobody sees what is not theirs any more. */
@RenewedApp(eachTest = true)
class UnitsThatMoveTest {
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    private static final String BRANDVOLL = "inger.lise.brandvoll@region-midt.invalid";
    private static final String BIRKELAND = "kari.birkeland@region-vest.invalid";

    private static final String FJELLHEIM = "maren.fjellheim@sundvik.invalid";

    private final App app = App.shared();
    private Person midt;
    private Person vest;
    private String journey;

    @BeforeEach
    void two_contacts() {
        midt = signedIn(BRANDVOLL);
        vest = signedIn(BIRKELAND);
        journey = sql().sql("select id::text from improvement.journey where unit = :unit::ltree")
                .param("unit", ELVETUN)
                .query(String.class)
                .single();
    }

    private JdbcClient sql() {
        return app.asOwner();
    }

    private Person signedIn(String email) {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo");
        return person;
    }

    private String card() {
        return "/regionen/enheter/" + journey;
    }

    private UnitPlace place(String path) {
        return app.bean(Places.class).unit(new UnitPath(path)).orElseThrow();
    }

    @Test
    void a_coach_who_goes_to_another_region_loses_sight_at_once_and_the_units_say_that_nobody_follows_them() {
        AccountId coach = app.bean(Accounts.class).byEmail(BRANDVOLL).orElseThrow();
        String all = sql().sql(
                        "select count(*) from improvement.journey where coach = :coach and stage not in ('stopped', 'declined')")
                .param("coach", coach.value())
                .query(String.class)
                .single();
        give(BIRKELAND, "rvts_midt", "RVTS Midt");
        assertThat(midt.get(card()).status()).isEqualTo(200);
        app.bean(Accounts.class).revoke(null, coach, Role.REGIONAL_CONTACT);
        give(BRANDVOLL, "rvts_vest", "RVTS Vest");
        assertThat(midt.get(card()).status()).as("their own no more").isEqualTo(404);
        assertThat(midt.get("/enheten?lop=" + journey).status()).isEqualTo(404);
        assertThat(midt.get("/enheten/veiledning?lop=" + journey).status()).isEqualTo(404);
        Person next = signedIn(BIRKELAND);
        choose(next, "RVTS Midt");
        assertThat(next.get("/min-side").text()).contains(all + " enheter mangler veileder");
        Person.Answer list = next.get("/regionen/enheter?veileder=ingen");
        assertThat(list.text()).contains("Elvetun døgnenhet").doesNotContain("Inger Lise Brandvoll");
        assertThat(list.page().select("tbody tr")).as("ended ones need none").hasSize(Integer.parseInt(all));
    }

    private void choose(Person person, String place) {
        String button = "button[name=rolle]:contains(" + place + ")";
        person.post("/rolle", "rolle", person.get("/min-side").one(button).attr("value"));
    }

    private void give(String to, String region, String name) {
        Accounts accounts = app.bean(Accounts.class);
        AccountId administrator = new AccountId(sql().sql(
                        "select account from access.role_grant where role = 'administrator' and ended is null limit 1")
                .query(UUID.class)
                .single());
        Visitor.Person by =
                Objects.requireNonNull(accounts.visitor(administrator, null).person());
        app.bean(Granting.class)
                .give(
                        by,
                        accounts.byEmail(to).orElseThrow(),
                        Role.REGIONAL_CONTACT,
                        new NamedPlace(new Place.Region(RegionLayer.RVTS, region), name, ""));
    }

    @Test
    void a_unit_that_goes_to_another_county_takes_its_history_along_and_the_old_region_sees_it_no_more() {
        UnitPlace it = place(ELVETUN);
        assertThat(vest.get(card()).status()).isEqualTo(404);
        assertThat(app.bean(Places.class)
                        .change(
                                it.path(),
                                it.revision(),
                                new UnitFacts(
                                        it.facts().name(),
                                        it.facts().level(),
                                        "46",
                                        it.facts().municipality(),
                                        it.facts().number())))
                .isInstanceOf(PlaceOutcome.Done.class);
        assertThat(midt.get(card()).status()).isEqualTo(404);
        assertThat(midt.get("/regionen").text()).doesNotContain("Elvetun");
        Person.Answer card = vest.get(card());
        assertThat(card.text())
                .contains(
                        "Elvetun døgnenhet", "Flyttet fra forankret til i gang", "Veiledning holdt", "Ingen veileder");
        assertThat(vest.get("/regionen").text()).contains("1 enhet mangler veileder");
    }

    @Test
    void a_unit_with_another_owner_goes_on_with_all_it_has() {
        UnitPlace it = place(ELVETUN);
        assertThat(app.bean(Places.class).move(it.path(), it.revision(), new UnitPath("no.almenes_kommune")))
                .isInstanceOf(PlaceOutcome.Done.class);
        Person.Answer card = midt.get(card());
        assertThat(card.text()).contains("Almenes kommune", "Veiledning holdt").doesNotContain("er slått sammen");
        assertThat(midt.get("/enheten?lop=" + journey).text()).doesNotContain("er slått sammen");
    }

    @Test
    void units_that_are_merged_keep_both_their_journeys_and_say_that_numbers_cannot_be_compared() {
        UnitPlace it = place("no.almenes_kommune.havnesund_ettervern");
        String into = "no.almenes_kommune.psykisk_helse_og_rus";
        assertThat(app.bean(Places.class).merge(it.path(), it.revision(), new UnitPath(into)))
                .isInstanceOf(PlaceOutcome.Done.class);
        List<String> both = sql().sql("select id::text from improvement.journey where unit = :unit::ltree")
                .param("unit", into)
                .query(String.class)
                .list();
        assertThat(both).hasSize(2).allSatisfy(id -> {
            assertThat(midt.get("/enheten?lop=" + id).text())
                    .contains(
                            "Enheten er slått sammen med Havnesund ettervern. Tallene før og etter kan ikke sammenlignes.");
            assertThat(midt.get("/regionen/enheter/" + id).text())
                    .contains("Enheten er slått sammen med Havnesund ettervern.");
        });
    }

    @Test
    void a_leader_who_leaves_is_counted_and_the_board_says_what_the_new_one_is_to_do() {
        sql().sql("""
                insert into improvement.leader_change (id, journey, day, due) values (gen_random_uuid(), :journey::uuid, current_date, current_date + 3)
                """).param("journey", journey).update();
        assertThat(midt.get("/regionen/tall")
                        .one("tr:has(th:contains(byttet leder))")
                        .text())
                .as("Sundvik, and now Elvetun")
                .endsWith("2 av 4 0");
        assertThat(midt.get("/regionen/enheter?q=elvetun").text()).contains("Svar på avtalen som ny leder");
    }

    @Test
    void an_agreement_taken_back_while_a_round_is_open_stops_no_round_and_says_so() {
        Person leader = signedIn(FJELLHEIM);
        Accounts accounts = app.bean(Accounts.class);
        JourneyVisit visit = app.bean(Journeys.class)
                .own(
                        Objects.requireNonNull(
                                accounts.visitor(accounts.byEmail(FJELLHEIM).orElseThrow(), null)
                                        .person()),
                        null)
                .orElseThrow();
        RoundId round = new RoundId(UUID.randomUUID());
        GapRounds rounds = app.bean(GapRounds.class);
        LocalDate opens = ((GapRounds.Next.Ready) rounds.next(visit.journey())).opens();
        assertThat(rounds.make(visit, round, GapForm.FULL, true, opens)).isInstanceOf(GapRounds.Made.Done.class);
        sql().sql("update survey.round set opened = now() where id = :id")
                .param("id", round.value())
                .update();
        Person.Answer page = leader.get("/enheten/avtale");
        assertThat(page.text()).doesNotContain("Den går videre selv om");
        Person.Answer back = leader.form(page, "Trekk ja-et").send();
        assertThat(back.text()).contains("En GAP-runde er åpen til og med", "svarene blir tatt vare på");
        assertThat(sql().sql("select state from survey.round where id = :id")
                        .param("id", round.value())
                        .query(String.class)
                        .single())
                .isEqualTo("open");
    }
}
