package no.samtidig.improvement.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coaches rate two fictional units twice a year: alone, once, and the group is told without a name. */
@RenewedApp(eachTest = true)
class CalibrationJourneyTest {
    private static final String PAGE = "/regionen/veiledning/ovelse";
    private static final String BRANDVOLL = "inger.lise.brandvoll@region-midt.invalid";
    private static final String BIRKELAND = "kari.birkeland@region-vest.invalid";

    private static final App app = App.shared();

    private final Anchors anchors = app.bean(Anchors.class);
    private JdbcClient sql;
    private List<PracticeUnit> units;

    @BeforeEach
    void autumn() {
        goTo(LocalDate.of(2027, 10, 4));
        sql = app.asOwner();
        sql.sql("truncate improvement.calibration cascade").update();
        units = app.bean(PracticeUnits.class).of(new HalfYear(2027, 2));
    }

    private static void goTo(LocalDate day) {
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        day.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant()));
    }

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private String path(int unit) {
        return PAGE + "/" + units.get(unit).id();
    }

    private String[] levels(int level) {
        List<String> fields = new ArrayList<>();
        anchors.whole().forEach(it -> fields.addAll(List.of("niva-" + it.id(), String.valueOf(level))));
        return fields.toArray(String[]::new);
    }

    /** Somebody else who has rated both units, each thing at the same level. */
    private void other(int level) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into improvement.calibration (id, half) values (:id, '2027-2')")
                .param("id", id)
                .update();
        for (PracticeUnit unit : units) {
            for (Anchor anchor : anchors.whole()) {
                sql.sql("insert into improvement.calibration_mark values (:id, :unit, :anchor, :level)")
                        .param("id", id)
                        .param("unit", unit.id())
                        .param("anchor", anchor.id())
                        .param("level", level)
                        .update();
            }
        }
    }

    private List<PipelineFigures.Figure> figures() {
        return app.bean(CalibrationFigures.class)
                .figures(new OrganisationScope(List.of(UnitPath.COUNTRY)), LocalDate.of(2027, 10, 4));
    }

    @Test
    void a_coach_is_asked_reads_rates_once_and_sees_the_key_only_when_both_are_rated() {
        Person coach = signedIn(BRANDVOLL);
        assertThat(coach.get("/min-side").text()).contains("Vurder to oppdiktede enheter");
        assertThat(coach.get("/regionen/veiledning").text()).contains("Ikke gjort ennå. Åpen til 31. desember 2027");
        Person.Answer form = coach.get(path(0));
        assertThat(form.text()).contains("Oppdiktet", "Du leverer én gang").doesNotContain(reason(units.getFirst()));
        assertThat(form.page().select("input[checked]")).isEmpty();
        assertThat(coach.post(path(0), levels(3)).text()).contains("Når du har vurdert den andre enheten også");
        assertThat(coach.get(PAGE).text()).doesNotContain(reason(units.getFirst()));
        assertThat(coach.post(path(0), levels(5)).path()).as("sent twice").startsWith(PAGE);
        Person.Answer both = coach.post(path(1), levels(3));
        assertThat(both.text())
                .contains("Begge enhetene er vurdert.", reason(units.getFirst()), reason(units.get(1)))
                .contains("De er ingen fasit")
                .contains("Når minst 5 veiledere i landet har vurdert begge enhetene");
        assertThat(both.page().select("tbody td:nth-of-type(1)").eachText())
                .as("the first stands")
                .hasSize(14)
                .containsOnly("3");
        assertThat(coach.get("/min-side").text()).doesNotContain("Vurder to oppdiktede enheter");
        assertThat(coach.get(path(0)).path()).startsWith(PAGE);
        assertThat(sql.sql("select count(*) from access.audit where kind = 'calibration'")
                        .query(Integer.class)
                        .single())
                .as("each once")
                .isEqualTo(2);
    }

    private String reason(PracticeUnit unit) {
        return unit.at(anchors.whole().getFirst()).reason().in(Language.NB).value();
    }

    @Test
    void what_is_missing_is_told_and_what_was_chosen_is_kept() {
        Person coach = signedIn(BRANDVOLL);
        Person.Answer part = coach.post(path(0), "niva-begge-veier", "4", "niva-vi-over", "9");
        assertThat(part.status()).isEqualTo(422);
        assertThat(part.page().select(".ds-error-summary a")).hasSize(6);
        assertThat(part.one("#niva-begge-veier input[checked]").attr("value")).isEqualTo("4");
    }

    @Test
    void the_group_is_told_from_five_on_in_words_and_from_ten_in_numbers_and_never_by_name() {
        Person coach = signedIn(BRANDVOLL);
        coach.post(path(0), levels(3));
        coach.post(path(1), levels(3));
        for (int it = 0; it < 3; it++) {
            other(3);
        }
        assertThat(coach.get(PAGE).text()).contains("Når minst 5 veiledere");
        other(3);
        assertThat(coach.get(PAGE).text())
                .contains("Vi satte for det meste samme nivå.")
                .doesNotContain("%");
        assertThat(figures()).isEmpty();
        for (int it = 0; it < 5; it++) {
            other(4);
        }
        String told = coach.get(PAGE).text();
        assertThat(told)
                .contains("10 veiledere har vurdert begge enhetene", "44 %", "100 %", "AC1")
                .doesNotContain("Brandvoll: ");
        assertThat(figures()).hasSize(2).first().satisfies(it -> {
            assertThat(it.count()).isEqualTo(20 * 14);
            assertThat(it.of()).isEqualTo(45 * 14);
        });
        Person other = signedIn(BIRKELAND);
        assertThat(other.get(PAGE).text())
                .as("who has not rated is not told of the others first")
                .doesNotContain("44 %")
                .contains("Ikke vurdert");
    }

    @Test
    void an_erased_coach_leaves_levels_only_where_nobody_can_be_told() {
        AccountId account = app.bean(Accounts.class).byEmail(BRANDVOLL).orElseThrow();
        Person coach = signedIn(BRANDVOLL);
        coach.post(path(0), levels(2));
        CalibrationData data = app.bean(CalibrationData.class);
        assertThat(data.kept(account).get("calibration")).hasSize(7);
        data.erase(account);
        assertThat(count("improvement.calibration_mark")).as("the only one").isZero();
        assertThat(count("improvement.calibration")).isZero();
        coach.post(path(0), levels(2));
        coach.post(path(1), levels(2));
        for (int it = 0; it < 4; it++) {
            other(3);
        }
        data.erase(account);
        assertThat(count("improvement.calibration_mark")).isEqualTo(70);
        assertThat(data.kept(account).get("calibration")).isEmpty();
        assertThat(count("improvement.calibration where account is not null or begun is not null"))
                .isZero();
    }

    private int count(String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Test
    void it_is_for_coaches_only_and_a_unit_of_another_half_year_is_not_there() {
        for (String email : List.of(
                "maren.fjellheim@sundvik.invalid",
                "oddveig.nesbo@morgenstien.invalid",
                "hilde.aursand@prosjekt.invalid",
                "knut.vestre@drift.invalid")) {
            Person stranger = signedIn(email);
            assertThat(stranger.get("/regionen/veiledning").status()).as(email).isNotEqualTo(200);
            assertThat(stranger.get(PAGE).status()).as(email).isNotEqualTo(200);
            assertThat(stranger.post(path(0), levels(3)).status()).as(email).isNotEqualTo(200);
        }
        assertThat(count("improvement.calibration")).isZero();
        String later = app.bean(PracticeUnits.class)
                .of(new HalfYear(2028, 1))
                .getFirst()
                .id();
        assertThat(signedIn(BRANDVOLL).get(PAGE + "/" + later).status()).isEqualTo(404);
    }

    @Test
    void the_coachs_page_tells_of_talks_across_units_this_week_and_next() {
        sql.sql("truncate improvement.talk").update();
        UUID journey = sql.sql("select id from improvement.journey where unit = 'no.sundvik_sykehus_hf.elvetun'")
                .query(UUID.class)
                .single();
        talk(journey, LocalDate.of(2027, 9, 20), "held", "Maren skriver regelen før 1. oktober");
        talk(journey, LocalDate.of(2027, 9, 27), "planned", "");
        talk(journey, LocalDate.of(2027, 10, 5), "planned", "");
        talk(journey, LocalDate.of(2027, 10, 14), "planned", "");
        talk(journey, LocalDate.of(2027, 10, 18), "planned", "");
        Person.Answer page = signedIn(BRANDVOLL).get("/regionen/veiledning");
        assertThat(page.page().select("section:has(#passed) li")).hasSize(1);
        assertThat(page.one("section:has(#this-week)").text())
                .contains("Elvetun døgnenhet", "tirsdag 5. oktober 2027", "Maren skriver regelen før 1. oktober");
        assertThat(page.one("section:has(#next-week)").text())
                .contains("14. oktober 2027")
                .doesNotContain("18. oktober 2027");
        assertThat(page.one("section:has(#this-week) a[download]").attr("href"))
                .contains("kalender.ics?lop=" + journey);
        assertThat(signedIn(BIRKELAND).get("/regionen/veiledning").text()).doesNotContain("Elvetun");
    }

    private void talk(UUID journey, LocalDate day, String state, String step) {
        sql.sql("""
                insert into improvement.talk (id, journey, day, starts, state, step, obstacle)
                values (gen_random_uuid(), :journey, :day, time '13:00', :state, :step, :obstacle)
                """)
                .param("journey", journey)
                .param("day", day)
                .param("state", state)
                .param("step", step)
                .param("obstacle", step.isEmpty() ? null : "tid")
                .update();
    }
}
