package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.UnitPath;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leader sees of the staff, and what nobody else sees. */
@Tag("learning")
@RenewedApp
@Proves(Promise.LEADER)
class LeaderJourneyTest {
    private static final String UNIT = "/enheten/ansatte";
    private static final String CSV = "/enheten/fullfort.csv";
    private static final String LESSON = "/moduler/grunnmodul/hvorfor-samtidig";

    private static final App app = App.shared();

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private static List<String> names(Person.Answer page) {
        return page.page().select("tbody th").stream().map(it -> it.ownText()).toList();
    }

    private static String row(Person.Answer page, String name) {
        return page.one("tbody tr:contains(" + name + ")").text();
    }

    /** Reads a lesson from its first step to its last. */
    private static void complete(Person person, String lesson) {
        Person.Answer page = person.get(lesson);
        for (String step : page.page().select("main .path a").eachAttr("href")) {
            person.post(step + "/ferdig");
        }
        assertThat(person.get(lesson).text()).contains("Leksjonen er fullført.");
    }

    private static List<String> audited(String email) {
        AccountId account = app.bean(Accounts.class).byEmail(email).orElseThrow();
        return app.bean(JdbcClient.class)
                .sql(
                        "select action || ' ' || kind || ' ' || subject from access.audit where actor = :a order by at, id")
                .param("a", account.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void in_the_demo_the_made_up_staff_have_come_differently_far_and_an_exercise_waits() {
        try (App demo = App.start("--samtidig.demo-progress=true")) {
            Person.Answer unit = demo.signedIn("enhetsleder").get(UNIT);
            assertThat(row(unit, "Samira Warsame")).contains("5 av 11");
            assertThat(row(unit, "Risten Eira")).contains("11 av 11");
            assertThat(row(unit, "Tomasz Zielinski")).contains("Ikke begynt");
            assertThat(demo.signedIn("behandler").get("/min-side").page().select(".exercise-card"))
                    .hasSize(1);
            assertThat(demo.signedIn("miljoterapeut").get("/min-side").text()).contains("Begynn");
            theUnitsHaveMet(demo);
        }
    }

    private static void theUnitsHaveMet(App demo) {
        assertThat(demo.asOwner().sql("""
                                select j.unit::text || ' ' || string_agg(m.month || '/' || m.minutes, ' ' order by m.month)
                                from improvement.meeting m join improvement.journey j on j.id = m.journey
                                where m.ended is not null and (m.month > 0 or j.month_zero = (m.began at time zone 'Europe/Oslo')::date)
                                group by j.unit order by j.unit::text
                                """).query(String.class).list())
                .containsExactly(
                        "no.almenes_kommune.psykisk_helse_og_rus 0/30",
                        "no.morgenstien.dognbehandling 0/60 6/60 12/60 18/60",
                        "no.sundvik_sykehus_hf.elvetun 0/60 6/60",
                        "no.sundvik_sykehus_hf.sundvik_dps 0/60");
    }

    @Test
    void a_leader_sees_the_own_staff_by_name_with_lessons_and_dates_and_nothing_else() {
        Person learner = signedIn("samira.warsame@sundvik.invalid");
        complete(learner, LESSON);
        Person begun = signedIn("odd.kare.lian@sundvik.invalid");
        begun.post(begun.get(LESSON).one("main .path a").attr("href") + "/ferdig");
        Person leader = app.signedIn("enhetsleder");
        Person.Answer page = leader.get(UNIT);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.one(".lead a").attr("href")).isEqualTo("/dette-ser-lederen");
        assertThat(names(page))
                .containsExactly(
                        "Ane Solvik",
                        "Berit Haugan",
                        "Maren Fjellheim",
                        "Odd Kåre Lian",
                        "Risten Eira",
                        "Samira Warsame",
                        "Tomasz Zielinski");
        assertThat(row(page, "Samira Warsame"))
                .contains("Miljøterapeut")
                .contains("1 av 11")
                .contains("sist ");
        assertThat(row(page, "Odd Kåre Lian").replace("Odd Kåre Lian", ""))
                .as("a lesson begun looks like none begun")
                .isEqualTo(row(page, "Risten Eira").replace("Risten Eira", ""))
                .contains("Ikke begynt");
        assertThat(page.page().select("table").text()).doesNotContain("steg").doesNotContain(" min");
    }

    @Test
    void the_date_of_the_whole_module_comes_when_its_last_lesson_is_completed() {
        Person learner = signedIn("linh.tran@almenes.invalid");
        List<String> lessons =
                learner.get("/moduler/grunnmodul").page().select("main .path a").eachAttr("href");
        lessons.subList(1, lessons.size()).forEach(it -> complete(learner, it));
        Person leader = signedIn("anne.grete.moen@almenes.invalid");
        assertThat(row(leader.get(UNIT), "Linh Tran")).contains("10 av 11").contains("ikke ennå");
        complete(learner, lessons.getFirst());
        assertThat(row(leader.get(UNIT), "Linh Tran")).contains("11 av 11").doesNotContain("ikke ennå");
    }

    @Test
    void a_leader_of_another_unit_or_region_sees_only_own_staff() {
        assertThat(names(signedIn("frode.kleiven@sundvik.invalid").get(UNIT)))
                .contains("Jonas Myrvang")
                .doesNotContain("Ane Solvik", "Samira Warsame", "Linh Tran");
        Person other = signedIn("torunn.espeland@morgenstien.invalid");
        assertThat(names(other.get(UNIT))).containsExactly("Oddveig Nesbø", "Sjur Haukeland", "Torunn Espeland");
        assertThat(other.get(CSV).body()).contains("Sjur Haukeland").doesNotContain("Ane Solvik");
    }

    @Test
    void everybody_else_meets_the_page_that_does_not_exist_and_no_link_to_it() {
        for (Role role : Role.values()) {
            if (role == Role.UNIT_LEADER) {
                continue;
            }
            Person person = app.signedIn(role.code());
            for (String path : List.of(UNIT, CSV)) {
                Person.Answer refused = person.get(path);
                assertThat(refused.status()).as(role.code()).isEqualTo(404);
                assertThat(refused.one("main").html())
                        .isEqualTo(person.get("/finnes-ikke").one("main").html());
            }
            assertThat(person.get("/min-side").page().select("a[href=/enheten/ansatte]"))
                    .as(role.code())
                    .isEmpty();
        }
        assertThat(app.visitor().get(UNIT).path()).isEqualTo("/logg-inn");
        assertThat(app.signedIn("enhetsleder").get("/min-side").one(".site-nav").text())
                .contains("Enheten");
    }

    @Test
    void a_leader_who_acts_in_another_role_sees_nothing() {
        Person person = app.signedIn("enhetsleder");
        person.post(
                "/rolle",
                "rolle",
                person.get("/min-side").one("button[name=rolle]").attr("value"));
        assertThat(person.get(UNIT).status()).isEqualTo(404);
    }

    @Test
    void a_role_taken_away_closes_the_page_and_takes_the_person_off_the_list() {
        Accounts accounts = app.bean(Accounts.class);
        String email = "kari.vik@almenes.invalid";
        AccountId account = accounts.keep(email, "Kari Vik", accounts.hash("samtidig-demo"));
        Place place = Place.of(new UnitPath("no.almenes_kommune.psykisk_helse_og_rus"));
        accounts.grant(null, account, Role.UNIT_LEADER, place, "Team psykisk helse og rus");
        accounts.grant(null, account, Role.CLINICIAN, place, "Team psykisk helse og rus");
        Person leader = signedIn(email);
        Person colleague = signedIn("anne.grete.moen@almenes.invalid");
        assertThat(leader.get(UNIT).status()).isEqualTo(200);
        assertThat(row(colleague.get(UNIT), "Kari Vik")).contains("Enhetsleder / Behandler");
        accounts.revoke(null, account, Role.UNIT_LEADER);
        app.clock().forward(Duration.ofMinutes(1));
        assertThat(leader.get(UNIT).status()).isEqualTo(404);
        assertThat(leader.get(CSV).status()).isEqualTo(404);
        assertThat(row(colleague.get(UNIT), "Kari Vik")).doesNotContain("Enhetsleder");
        accounts.revoke(null, account, Role.CLINICIAN);
        assertThat(names(colleague.get(UNIT))).doesNotContain("Kari Vik");
    }

    @Test
    void a_leader_with_nobody_else_gets_a_page_that_says_why_it_is_empty() {
        Accounts accounts = app.bean(Accounts.class);
        String email = "tom.enhet@sundvik.invalid";
        AccountId account = accounts.keep(email, "Tom Enhet", accounts.hash("samtidig-demo"));
        accounts.grant(
                null, account, Role.UNIT_LEADER, Place.of(new UnitPath("no.sundvik_sykehus_hf.ny_enhet")), "Ny enhet");
        Person.Answer page = signedIn(email).get(UNIT);
        assertThat(page.one(".empty").text()).contains("Ingen andre er på enheten ennå");
        assertThat(page.page().select("table, a[href=" + CSV + "]")).isEmpty();
    }

    @Test
    void a_role_on_a_region_makes_nobody_staff() {
        Accounts accounts = app.bean(Accounts.class);
        String email = "leder.region@region-vest.invalid";
        AccountId account = accounts.keep(email, "Leder Region", accounts.hash("samtidig-demo"));
        accounts.grant(null, account, Role.UNIT_LEADER, new Place.Region(RegionLayer.RVTS, "rvts_vest"), "RVTS Vest");
        assertThat(names(signedIn(email).get(UNIT)))
                .contains("Sjur Haukeland")
                .doesNotContain("Kari Birkeland", "Leder Region", "Ane Solvik");
    }

    @Test
    void each_look_and_each_download_is_a_line_in_the_audit_log() {
        String email = "torunn.espeland@morgenstien.invalid";
        Person leader = signedIn(email);
        int before = audited(email).size();
        leader.get(UNIT);
        leader.get(CSV);
        List<String> lines = audited(email);
        assertThat(lines.subList(before, lines.size()))
                .containsExactly(
                        "saw completion-of-staff no.morgenstien.dognbehandling",
                        "exported completion-of-staff no.morgenstien.dognbehandling");
    }

    @Test
    void the_file_says_the_same_in_the_readers_language_and_no_name_is_a_formula() {
        Accounts accounts = app.bean(Accounts.class);
        AccountId account = accounts.keep(UUID.randomUUID() + "@x.invalid", "=HYPERLINK(\"http://x\")", null);
        accounts.grant(
                null,
                account,
                Role.CLINICIAN,
                Place.of(new UnitPath("no.sundvik_sykehus_hf.sundvik_dps")),
                "Sundvik DPS");
        complete(signedIn("jonas.myrvang@sundvik.invalid"), LESSON);
        Person leader = signedIn("frode.kleiven@sundvik.invalid");
        String today = java.time.LocalDate.now(app.clock()).toString();
        Person.Answer file = leader.get(CSV);
        assertThat(file.header("content-type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(file.header("content-disposition")).isEqualTo("attachment; filename=\"fullfort-" + today + ".csv\"");
        assertThat(file.header("cache-control")).isEqualTo("no-store");
        assertThat(file.body())
                .startsWith("\uFEFFNavn;Rolle og sted;Modul;Fullførte leksjoner;Leksjoner i modulen;"
                        + "Siste leksjon fullført;Hele modulen fullført;Hentet\r\n")
                .contains("Jonas Myrvang;\"Behandler, Sundvik DPS\";Grunnmodul;1;11;" + today + ";;" + today + "\r\n")
                .contains("Yasmin Rahimi;\"Behandler, Sundvik DPS\";Grunnmodul;0;11;;;" + today + "\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\";\"Behandler, Sundvik DPS\";");
        leader.post("/sprak", "sprak", "nn", "retur", "/");
        assertThat(leader.get(CSV).body()).startsWith("\uFEFFNamn;Rolle og stad;");
    }

    @Test
    void staff_read_exactly_what_the_leader_sees() {
        assertThat(app.visitor().get("/dette-ser-lederen").text())
                .contains("hvor mange leksjoner du har fullført i hver modul")
                .contains("datoen da hele modulen var fullført")
                .contains("blir det loggført")
                .doesNotContain("ikke laget");
    }
}
