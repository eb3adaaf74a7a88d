package no.samtidig.improvement.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The talks of a unit, as its leader, its coach, its staff and strangers meet them. */
@RenewedApp(eachTest = true)
class CoachingTest {
    private static final String TALKS = "/enheten/veiledning";
    private static final String MAREN = "maren.fjellheim@sundvik.invalid";
    private static final String BRANDVOLL = "inger.lise.brandvoll@region-midt.invalid";

    private static final App app = App.shared();

    private final Coaching coaching = app.bean(Coaching.class);

    private JdbcClient sql;
    private Person leader;
    private Person coach;
    private Journey journey;
    private String which;

    @BeforeEach
    void a_journey_without_talks() {
        sql = app.asOwner();
        sql.sql("truncate improvement.talk").update();
        sql.sql("truncate platform.mail").update();
        goTo(LocalDate.of(2027, 1, 11)); // a Monday
        signIn();
        journey = app.bean(Journeys.class)
                .own(
                        Objects.requireNonNull(app.bean(Accounts.class)
                                .visitor(account(MAREN), null)
                                .person()),
                        null)
                .orElseThrow()
                .journey();
        which = "?lop=" + journey.id().value();
    }

    private void signIn() {
        leader = signedIn(MAREN);
        coach = signedIn(BRANDVOLL);
    }

    private static AccountId account(String email) {
        return app.bean(Accounts.class).byEmail(email).orElseThrow();
    }

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private static void goTo(LocalDate day) {
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        day.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant()));
    }

    private Person.Answer plan() {
        return leader.form(leader.get(TALKS), "Lag datoene")
                .fill("Første samtale", "2027-01-14")
                .fill("Klokkeslett", "12:30")
                .send();
    }

    private String first() {
        return TALKS + "/" + coaching.of(journey).getFirst().id().value();
    }

    @Test
    void the_dates_are_made_once_and_the_next_talk_stands_first_with_its_agenda() {
        Person.Answer form = leader.get(TALKS);
        Person.Answer weekend = leader.form(form, "Lag datoene")
                .fill("Første samtale", "2027-01-16")
                .send();
        assertThat(weekend.status()).isEqualTo(422);
        assertThat(leader.form(weekend, "Lag datoene").fault("Første samtale")).contains("arbeidsdag");
        Person.Answer planned = plan();
        assertThat(planned.text())
                .contains("Datoene er laget.")
                .contains("Neste samtale: 14. januar 2027 kl. 12:30")
                .contains("Samtale 1 av 25")
                .contains("Ett tiltak: Har dere sett tegnet?")
                .contains("bare hvis steget ble gjort før to samtaler på rad");
        leader.form(form, "Lag datoene").fill("Første samtale", "2027-01-15").send();
        assertThat(coaching.of(journey)).as("made once").hasSize(25);
        assertThat(coach.get(TALKS + which).text()).contains("Neste samtale: 14. januar 2027 kl. 12:30");
        assertThat(leader.get("/min-side").text()).contains("Ti minutter forberedelse");
        assertThat(coach.get("/min-side").text()).contains("Elvetun døgnenhet: veiledning 14. januar 2027");
    }

    @Test
    void staff_see_days_only_and_strangers_nothing() {
        plan();
        goTo(LocalDate.of(2027, 1, 14));
        signIn();
        leader.form(leader.get(first()), "Lagre notatet")
                .choose("Hva sto i veien?", "Tid")
                .fill("Neste steg", "Leder setter av ti minutter på fredag.")
                .send();
        Person staff = signedIn("samira.warsame@sundvik.invalid");
        assertThat(staff.get(TALKS).text())
                .contains("14. januar 2027")
                .contains("holdt")
                .doesNotContain("ti minutter på fredag")
                .doesNotContain("I veien");
        assertThat(staff.get(TALKS).page().select("main form, main a[href*='/veiledning/']"))
                .isEmpty();
        for (String path : List.of(first(), first() + "/flytt", first() + "/kalender.ics", TALKS + ".ics")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(404);
            assertThat(signedIn("kari.birkeland@region-vest.invalid")
                            .get(path + which)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(signedIn("frode.kleiven@sundvik.invalid").get(first()).status())
                .isEqualTo(404);
    }

    @Test
    void leader_and_coach_write_one_note_lose_nothing_and_both_agree() {
        plan();
        assertThat(leader.get(first()).text()).contains("Notatet kan skrives fra dagen samtalen er.");
        assertThat(leader.post(first(), "revisjon", "0", "hindring", "tid", "steg", "For tidlig")
                        .status())
                .isEqualTo(404);
        goTo(LocalDate.of(2027, 1, 14));
        signIn();
        Person.Answer coachs = coach.get(first() + which);
        Person.Answer empty = leader.form(leader.get(first()), "Lagre notatet").send();
        assertThat(empty.status()).isEqualTo(422);
        Person.Answer patient = leader.form(leader.get(first()), "Lagre notatet")
                .choose("Hva sto i veien?", "Tid")
                .fill("Neste steg", "Ring 01019012345")
                .send();
        assertThat(leader.form(patient, "Lagre notatet").fault("Neste steg")).contains("fødselsnummer");
        leader.form(patient, "Lagre notatet")
                .fill("Neste steg", "Lederens ord.")
                .send();
        Person.Answer both = coach.form(coachs, "Lagre notatet")
                .choose("Hva sto i veien?", "Ingen hindring")
                .fill("Neste steg", "Veilederens ord.")
                .send();
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.text()).contains("Lederens ord.").contains("Maren Fjellheim skrev dette");
        assertThat(coach.form(both, "Lagre det som står i feltene").value("Neste steg"))
                .contains("Veilederens ord.");
        Person.Answer read = leader.get(first());
        coach.form(both, "Lagre det som står i feltene").send();
        assertThat(leader.form(read, "Lest høyt, og jeg er enig").send().text())
                .as("agreed to what is no longer there")
                .contains("endret fra før")
                .contains("Leder har ikke sagt seg enig ennå.");
        leader.form(leader.get(first()), "Lest høyt, og jeg er enig").send();
        assertThat(coach.form(coach.get(first() + which), "Lest høyt, og jeg er enig")
                        .send()
                        .text())
                .contains("Leder sa seg enig 14. januar 2027.")
                .contains("Veileder sa seg enig 14. januar 2027.");
        assertThat(leader.get(TALKS).text())
                .contains("1 av 1 samtaler er holdt.")
                .contains("Veilederens ord.");
    }

    @Test
    void a_moved_talk_keeps_its_entry_in_the_calendar_and_three_cancelled_make_the_coach_phone() {
        plan();
        String before = leader.get(first() + "/kalender.ics").body();
        assertThat(before).contains("SEQUENCE:0").contains("20270114T123000");
        String uid =
                before.lines().filter(it -> it.startsWith("UID:")).findFirst().orElseThrow();
        Person.Answer moved = leader.form(leader.get(first() + "/flytt"), "Flytt samtalen")
                .fill("Ny dag", "2027-01-15")
                .send();
        assertThat(moved.text()).contains("Samtalen er flyttet.");
        assertThat(leader.get(first() + "/kalender.ics").body())
                .contains("SEQUENCE:1")
                .contains("20270115T123000")
                .contains(uid);
        assertThat(leader.get(TALKS + ".ics").header("content-type")).startsWith("text/calendar");
        assertThat(leader.get(TALKS + ".ics").body().split("BEGIN:VEVENT")).hasSize(26);
        Person.Answer old = leader.get(first() + "/flytt");
        coach.form(coach.get(first() + "/flytt" + which), "Flytt samtalen")
                .fill("Ny dag", "2027-01-18")
                .send();
        assertThat(leader.form(old, "Avlys samtalen")
                        .choose("Hvem avlyser?", "Leder")
                        .send()
                        .status())
                .as("moved meanwhile")
                .isEqualTo(409);
        List<Talk> talks = coaching.of(journey);
        for (int i = 0; i < 3; i++) {
            assertThat(coach.get("/min-side").text()).doesNotContain("Ring lederen");
            Person.Answer cancelled = leader.form(
                            leader.get(TALKS + "/" + talks.get(i).id().value() + "/flytt"), "Avlys samtalen")
                    .choose("Hvem avlyser?", "Leder")
                    .send();
            assertThat(cancelled.text()).contains("avlyst av leder");
        }
        assertThat(coach.get("/min-side").text()).contains("Ring lederen ved Elvetun døgnenhet");
        sql.sql(
                        "update improvement.journey set hold_from = :day, hold_until = :day, hold_reason = 'ferie' where id = :id")
                .param("day", LocalDate.now(app.clock()))
                .param("id", journey.id().value())
                .update();
        assertThat(coach.get("/min-side").text()).as("on hold").doesNotContain("Ring lederen");
    }

    @Test
    void the_rhythm_is_kept_for_six_weeks_more_where_steps_were_not_done() {
        plan();
        sql.sql("""
                update improvement.talk set state = 'held', obstacle = 'tid', step = 'x', step_done = 'no'
                where id in (select id from improvement.talk order by day limit 13)
                """).update();
        goTo(LocalDate.of(2027, 7, 1));
        signIn();
        LocalDate last = coaching.of(journey).getLast().day();
        assertThat(leader.form(leader.get(TALKS), "Legg til tre samtaler")
                        .send()
                        .text())
                .contains("Tre samtaler er lagt til");
        assertThat(coaching.of(journey)).hasSize(28);
        assertThat(coaching.of(journey).getLast().day()).isAfterOrEqualTo(last.plusWeeks(6));
        assertThat(coaching.more(journey, account(MAREN))).isEqualTo(Coaching.Outcome.NOT_NOW);
    }

    @Test
    void a_coach_gets_one_mail_on_the_first_working_day_of_a_week_with_talks() {
        plan();
        CoachingMail mail = app.bean(CoachingMail.class);
        mail.write();
        mail.write();
        assertThat(mails()).hasSize(1);
        goTo(LocalDate.of(2027, 1, 12));
        mail.write();
        goTo(LocalDate.of(2027, 1, 18)); // a Monday without talks
        mail.write();
        assertThat(mails())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it)
                        .contains("Elvetun døgnenhet, 14. januar 2027")
                        .contains("Du får denne fordi"));
    }

    private List<String> mails() {
        return sql.sql("select body from platform.mail where recipient = :to and key like 'coaching:%'")
                .param("to", BRANDVOLL)
                .query(String.class)
                .list();
    }

    @Test
    void a_unit_that_stopped_keeps_its_talks_and_writes_no_more() {
        plan();
        goTo(LocalDate.of(2027, 1, 14));
        signIn();
        sql.sql("update improvement.journey set stage = 'stopped' where id = :id")
                .param("id", journey.id().value())
                .update();
        assertThat(leader.get(first()).page().select("main form")).isEmpty();
        assertThat(leader.get(first() + "/flytt").status()).isEqualTo(404);
        assertThat(leader.post(first(), "revisjon", "0", "hindring", "tid", "steg", "Nei")
                        .status())
                .isEqualTo(404);
        assertThat(leader.get(TALKS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
