package no.samtidig.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import no.samtidig.platform.mail.Daytime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit's goals and actions: what the leader, the staff, the coach and strangers can do, and which mail comes of it. */
@RenewedApp(eachTest = true)
class GoalsAndActionsTest {
    private static final String TILTAK = "/enheten/tiltak";
    private static final String MAREN = "maren.fjellheim@sundvik.invalid";
    private static final String SAMIRA = "samira.warsame@sundvik.invalid";
    private static final String RISTEN = "risten.eira@sundvik.invalid";

    private static final App app = App.shared();

    private final Goals goals = app.bean(Goals.class);
    private final Actions actions = app.bean(Actions.class);
    private final ActionMail mail = app.bean(ActionMail.class);

    private JdbcClient sql;
    private Person leader;
    private Journey journey;

    @BeforeEach
    void a_journey_without_goals() {
        sql = app.asOwner();
        sql.sql("truncate improvement.goal, improvement.no_goal cascade").update();
        sql.sql("truncate platform.mail").update();
        leader = signedIn(MAREN);
        journey = app.bean(Journeys.class)
                .own(
                        Objects.requireNonNull(app.bean(Accounts.class)
                                .visitor(account(MAREN), null)
                                .person()),
                        null)
                .orElseThrow()
                .journey();
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

    private Person.Answer newGoal(String sentence) {
        return leader.form(leader.get(TILTAK + "/mal"), "Lagre målet")
                .choose("Område", "Mottak og inntak")
                .fill("Målet", sentence)
                .send();
    }

    private GoalId goal() {
        return switch (goals.add(journey, "mottak", "Vi spør alle nye innen tredje dag.", account(MAREN))) {
            case Goals.Added.Done(GoalId id) -> id;
            case Goals.Added.OneTooMany _, Goals.Added.Refused _ -> throw new AssertionError("refused");
        };
    }

    private ActionId action(String owner, LocalDate due) {
        ActionDraft draft = new ActionDraft(
                null,
                "Si spørsmålet høyt i par",
                owner.isEmpty() ? null : account(owner).value(),
                owner.isEmpty(),
                due,
                "Alle har sagt det fire ganger.");
        return switch (actions.add(journey, goal(), draft, account(MAREN))) {
            case Actions.Kept.Done(ActionId id) -> id;
            case Actions.Kept.Refused(var flaws) -> throw new AssertionError(flaws.toString());
            case Actions.Kept.Meanwhile _ -> throw new AssertionError("meanwhile");
        };
    }

    private static LocalDate today() {
        return LocalDate.now(app.clock());
    }

    /** Moves the clock to ten o'clock of a day, or the next when people are at work. */
    private static void goTo(LocalDate day) {
        LocalDate at = day;
        while (!Daytime.working(at)) {
            at = at.plusDays(1);
        }
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        at.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant()));
    }

    private List<String> mailTo(String email) {
        return sql.sql(
                        "select subject from platform.mail where recipient = :to and key like 'actions:%' order by created, subject")
                .param("to", email)
                .query(String.class)
                .list();
    }

    @Test
    void a_fourth_goal_is_refused_with_what_was_typed_kept_until_one_is_put_aside() {
        assertThat(leader.get(TILTAK).text()).contains("Ingen mål ennå");
        Person.Answer form = leader.get(TILTAK + "/mal");
        for (String it : List.of("Første mål.", "Andre mål.", "Tredje mål.")) {
            assertThat(newGoal(it).text()).contains("Målet er lagret.").contains(it);
        }
        Person.Answer fourth = leader.form(form, "Lagre målet")
                .choose("Område", "Risiko og sikkerhet")
                .fill("Målet", "Fjerde mål.")
                .send();
        assertThat(fourth.status()).isEqualTo(422);
        assertThat(fourth.text()).contains("Velg bort ett først.").contains("Fjerde mål.");
        assertThat(leader.get(TILTAK + "/mal").page().select("form[action$=mal]"))
                .as("no form that would be refused")
                .isEmpty();
        Person.Answer ending =
                leader.get(fourth.one("main a[href*=/tiltak/mal/]").attr("href"));
        Person.Answer noReason = leader.form(ending, "Avslutt målet").send();
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(leader.form(ending, "Avslutt målet")
                        .choose("Hvorfor?", "Lagt bort")
                        .fill("Med egne ord", "Ikke nå.")
                        .send()
                        .text())
                .contains("Målet er avsluttet.")
                .contains("Ikke nå.");
        assertThat(newGoal("Fjerde mål.").text()).contains("Målet er lagret.");
        assertThat(goals.of(journey)).hasSize(3);
        assertThat(goals.all(journey)).hasSize(4);
    }

    @Test
    void of_many_who_add_a_third_goal_at_once_one_does() throws Exception {
        goal();
        goal();
        Callable<Goals.Added> add = () -> goals.add(journey, "risiko", "Samtidig.", account(MAREN));
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            int added = 0;
            for (Future<Goals.Added> it : many.invokeAll(List.of(add, add, add, add, add, add))) {
                added += it.get() instanceof Goals.Added.Done ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(goals.of(journey)).hasSize(3);
    }

    @Test
    void a_unit_that_chose_none_has_said_so() {
        assertThat(goals.settled(journey, Occasion.TWELVE)).isFalse();
        assertThat(leader.form(leader.get(TILTAK + "/mal"), "Vi valgte ingen mål")
                        .send()
                        .text())
                .contains("Etter runden ved tolv måneder");
        assertThat(goals.settled(journey, Occasion.TWELVE)).isTrue();
        assertThat(goals.settled(journey, Occasion.SIX)).isFalse();
        goal();
        assertThat(goals.nones(journey)).as("a goal takes it back").isEmpty();
        assertThat(goals.settled(journey, Occasion.TWELVE)).isTrue();
    }

    @Test
    void nothing_about_patients_is_taken_and_what_is_wrong_is_told_at_its_field() {
        Person.Answer refused = newGoal("Vi følger opp 010190 12345.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(leader.form(refused, "Lagre målet").fault("Målet")).contains("fødselsnummer");
        assertThat(leader.form(refused, "Lagre målet").value("Målet")).contains("010190 12345");
        GoalId goal = goal();
        Person.Answer empty = leader.form(leader.get(TILTAK + "/ny?mal=" + goal.value()), "Lagre tiltaket")
                .send();
        assertThat(empty.status()).isEqualTo(422);
        assertThat(leader.form(empty, "Lagre tiltaket").fault("Tiltak")).contains("Skriv hva");
        assertThat(leader.form(empty, "Lagre tiltaket").fault("Eier")).contains("Velg en");
        assertThat(leader.form(empty, "Lagre tiltaket").fault("Tegn på endring"))
                .contains("tegn på endring");
        assertThat(leader.post(
                                TILTAK + "/ny",
                                "nokkel",
                                UUID.randomUUID().toString(),
                                "mal",
                                goal.value().toString(),
                                "tiltak",
                                "Noe",
                                "tegn",
                                "Noe",
                                "dato",
                                today().plusDays(9).toString(),
                                "eier",
                                account("guro.vinje@almenes.invalid").value().toString())
                        .status())
                .as("nobody of another unit owns it")
                .isEqualTo(422);
        assertThat(actions.of(journey)).isEmpty();
    }

    @Test
    void the_owner_tells_how_it_goes_the_others_read_and_strangers_find_nothing() {
        GoalId goal = goal();
        Person.Answer made = leader.form(leader.get(TILTAK + "/ny?mal=" + goal.value()), "Lagre tiltaket")
                .fill("Tiltak", "Velg ett spørsmål alle bruker")
                .choose("Eier", "Samira Warsame")
                .fill("Tegn på endring", "Tre på vakt sier det likt uten å lese.")
                .send();
        assertThat(made.text())
                .contains("Tiltaket er lagt til.")
                .contains("Samira Warsame")
                .contains("ikke ennå");
        String path = made.one(".action-line a").attr("href");
        Person samira = signedIn(SAMIRA);
        assertThat(samira.get(TILTAK).text())
                .contains("Velg ett spørsmål alle bruker")
                .doesNotContain("Legg til et tiltak");
        Person.Answer told = samira.form(samira.get(path), "Lagre")
                .choose("Ser dere tegnet?", "Delvis")
                .fill("Vi prøvde", "To setninger på morgenmøtet")
                .fill("Vi så", "Den korte blir brukt")
                .send();
        assertThat(told.text())
                .contains("Takk for at du sa")
                .contains("Den korte blir brukt")
                .contains("delvis");
        Person risten = signedIn(RISTEN);
        assertThat(risten.get(path).text()).contains("Den korte blir brukt");
        assertThat(risten.get(path).page().select("main form")).isEmpty();
        String key = UUID.randomUUID().toString();
        assertThat(risten.post(path + "/logg", "nokkel", key, "sett", "yes").status())
                .isEqualTo(404);
        for (String only : List.of("/endre", "")) {
            assertThat(samira.get(only.isEmpty() ? TILTAK + "/mal" : path + only)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(samira.post(path + "/blikk", "nokkel", key, "valg", "dropped", "grunn", "x")
                        .status())
                .isEqualTo(404);
        String which = "?lop=" + journey.id().value();
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        assertThat(coach.get(TILTAK + which).text())
                .contains("Velg ett spørsmål alle bruker")
                .contains("enheten skriver");
        assertThat(coach.get(path + which).page().select("main form")).isEmpty();
        assertThat(coach.get(TILTAK + "/mal" + which).status()).isEqualTo(404);
        assertThat(coach.post(path + "/logg" + which, "nokkel", key, "sett", "yes")
                        .status())
                .isEqualTo(404);
        for (Person stranger : List.of(
                signedIn("kari.birkeland@region-vest.invalid"),
                signedIn("frode.kleiven@sundvik.invalid"),
                app.signedIn("prosjektleder"))) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.get(TILTAK + which).status()).isEqualTo(404);
        }
        assertThat(leader.get(TILTAK + "/ark").text())
                .contains("Velg ett spørsmål alle bruker")
                .contains("Dette har vi valgt");
    }

    @Test
    void an_action_is_taken_from_those_that_stand_ready_at_the_areas_statements() {
        GoalId goal = goal();
        Person.Answer form = leader.get(TILTAK + "/ny?mal=" + goal.value());
        assertThat(form.page().select(".ready")).as("two a statement").hasSize(8);
        Person.Answer taken = leader.get(form.one(".ready a").attr("href"));
        assertThat(leader.form(taken, "Lagre tiltaket").value("Tiltak")).contains("Velg ett spørsmål alle bruker");
        assertThat(leader.form(taken, "Lagre tiltaket")
                        .choose("Eier", "Samira Warsame")
                        .send()
                        .text())
                .contains("Tiltaket er lagt til.")
                .contains("Tre på vakt sier det likt uten å lese.");
        assertThat(actions.of(journey).getFirst().statement()).isEqualTo("spor-utsatt");
        assertThat(leader.get(TILTAK + "/ny?mal=" + goal.value() + "&forslag=99")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void two_who_change_one_action_lose_nothing() {
        ActionId id = action(SAMIRA, today().plusDays(20));
        String path = TILTAK + "/" + id.value();
        Person.Answer first = leader.get(path + "/endre");
        Person.Answer second = leader.get(path + "/endre");
        leader.form(first, "Lagre tiltaket").fill("Tiltak", "Det første ordet").send();
        Person.Answer both = leader.form(second, "Lagre tiltaket")
                .fill("Tiltak", "Det andre ordet")
                .choose("Eier", "Alle på enheten")
                .send();
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.text()).contains("Noen endret tiltaket mens du skrev").contains("Det første ordet");
        assertThat(leader.form(both, "Lagre det som står i feltene").value("Tiltak"))
                .contains("Det andre ordet");
        assertThat(actions.find(journey, id).orElseThrow().words()).isEqualTo("Det første ordet");
        assertThat(leader.form(both, "Lagre det som står i feltene").send().text())
                .contains("Tiltaket er endret.")
                .contains("Det andre ordet")
                .contains("Alle på enheten");
    }

    @Test
    void after_three_months_an_action_is_kept_changed_or_dropped_with_a_reason() {
        ActionId id = action("", today().plusDays(20));
        String path = TILTAK + "/" + id.value();
        assertThat(leader.get(TILTAK).text()).doesNotContain("Tre måneder er gått");
        goTo(today().plusDays(95));
        leader = signedIn(MAREN);
        assertThat(leader.get(TILTAK).text()).contains("Tre måneder er gått").contains("Datoen er passert. Det skjer.");
        assertThat(leader.get("/min-side").text()).contains("Ett tiltak har vart i tre måneder");
        Person.Answer noReason = leader.form(leader.get(path), "Lagre valget")
                .choose("Hva gjør dere med tiltaket?", "Behold")
                .send();
        assertThat(noReason.status()).isEqualTo(422);
        leader.form(noReason, "Lagre valget")
                .fill("Hvorfor?", "Trenger mer tid.")
                .send();
        assertThat(leader.get(TILTAK).text()).doesNotContain("Tre måneder er gått");
        Person.Answer dropped = leader.form(leader.get(path), "Lagre valget")
                .choose("Hva gjør dere med tiltaket?", "Dropp")
                .fill("Hvorfor?", "Kortet ble ikke lest.")
                .send();
        assertThat(dropped.text())
                .contains("Kortet ble ikke lest.")
                .contains("Trenger mer tid.")
                .contains("droppet");
        assertThat(leader.form(dropped, "Ta opp igjen")
                        .fill("Hvorfor?", "Vi prøver igjen.")
                        .send()
                        .text())
                .contains("Vi prøver igjen.");
        assertThat(actions.find(journey, id).orElseThrow().open()).isTrue();
    }

    @Test
    void the_owner_is_reminded_three_days_before_and_a_week_after_and_then_it_is_silent() {
        LocalDate due = LocalDate.of(2027, 2, 11); // a Thursday
        action(SAMIRA, due);
        mail.write();
        sql.sql("update improvement.goal set told = made").update();
        goTo(due.minusDays(6));
        mail.write();
        assertThat(mailTo(SAMIRA)).isEmpty();
        goTo(due.minusDays(3));
        mail.write();
        mail.write();
        assertThat(mailTo(SAMIRA)).containsExactly("Tiltaket ditt nærmer seg datoen");
        assertThat(signedIn(SAMIRA).get("/min-side").text()).contains("Si spørsmålet høyt i par");
        goTo(due.plusDays(6));
        mail.write();
        assertThat(mailTo(SAMIRA)).hasSize(1);
        goTo(due.plusDays(7));
        mail.write();
        assertThat(mailTo(SAMIRA)).hasSize(2).contains("Hvordan gikk det med tiltaket?");
        for (int week = 2; week < 6; week++) {
            goTo(due.plusWeeks(week));
            mail.write();
        }
        assertThat(mailTo(SAMIRA)).hasSize(2);
        assertThat(sql.sql("select body from platform.mail where key like 'actions:%'")
                        .query(String.class)
                        .list())
                .allSatisfy(it -> assertThat(it).contains("Du får denne fordi"));
    }

    @Test
    void no_mail_by_night_on_hold_or_to_a_unit_that_stopped() {
        LocalDate due = LocalDate.of(2027, 2, 11);
        action(SAMIRA, due);
        sql.sql("update improvement.goal set told = made").update();
        goTo(due.minusDays(3));
        app.clock().forward(Duration.ofHours(12));
        mail.write();
        assertThat(mailTo(SAMIRA)).as("at night").isEmpty();
        goTo(due.minusDays(2));
        sql.sql(
                        "update improvement.journey set hold_from = :day, hold_until = :day, hold_reason = 'ferie' where id = :id")
                .param("day", today())
                .param("id", journey.id().value())
                .update();
        mail.write();
        assertThat(mailTo(SAMIRA)).as("on hold").isEmpty();
        assertThat(signedIn(SAMIRA).get("/min-side").text()).doesNotContain("Si spørsmålet høyt i par");
        goTo(due.minusDays(1));
        sql.sql("update improvement.journey set stage = 'stopped' where id = :id")
                .param("id", journey.id().value())
                .update();
        mail.write();
        assertThat(mailTo(SAMIRA)).as("stopped").isEmpty();
        sql.sql("update improvement.journey set stage = 'running' where id = :id")
                .param("id", journey.id().value())
                .update();
        mail.write();
        assertThat(mailTo(SAMIRA)).as("else it comes").hasSize(1);
    }

    @Test
    void the_staff_are_told_of_new_goals_the_day_after_once() {
        goal();
        mail.write();
        assertThat(mailTo(RISTEN)).isEmpty();
        goTo(today().plusDays(1));
        mail.write();
        mail.write();
        assertThat(mailTo(RISTEN)).containsExactly("Vi har valgt ett mål: Elvetun døgnenhet");
        assertThat(mailTo(MAREN)).as("two roles, one mail").hasSize(1);
        assertThat(mailTo("guro.vinje@almenes.invalid")).isEmpty();
    }
}
