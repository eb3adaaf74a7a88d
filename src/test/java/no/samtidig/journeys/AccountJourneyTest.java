package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.App;
import no.samtidig.AuthenticatorApp;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.mail.Outbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own account: password, two-step sign-in, sessions. */
@Tag("access")
@RenewedApp
class AccountJourneyTest {
    private static final String PASSWORD = "fire ord etter hverandre";
    private static final String KONTO = "/min-side/konto";
    private static final String CHROME_ON_ANDROID =
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";

    private static final App app = App.shared();
    private static int people;

    /** Somebody new, so that no test meets what another left. */
    private static synchronized String somebody() {
        String email = "person" + ++people + "@konto.invalid";
        Accounts accounts = app.bean(Accounts.class);
        accounts.grant(
                null,
                accounts.keep(email, "Person " + people, accounts.hash(PASSWORD)),
                Role.CLINICIAN,
                Place.of(new UnitPath("no.konto.enhet")),
                "Enheten");
        return email;
    }

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(signIn(person, email, PASSWORD).path()).isEqualTo("/min-side");
        return person;
    }

    private static Person.Answer signIn(Person person, String email, String password) {
        return person.post("/logg-inn", "e-post", email, "passord", password);
    }

    private static List<String> subjects(String email) {
        return app.bean(Outbox.class).newest(500).stream()
                .filter(it -> it.recipient().equals(email))
                .map(Outbox.Mail::subject)
                .toList();
    }

    private static int logged(String action) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from access.audit where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    // --- password

    @Test
    void a_new_password_needs_the_old_one_ends_other_sessions_and_is_told_by_mail() {
        String email = somebody();
        Person here = signedIn(email);
        Person elsewhere = signedIn(email);
        Form form = here.form(here.get(KONTO + "/passord"), "Bytt passord");
        Person.Answer wrong = form.fill("Passordet du har nå", "feil passord her")
                .fill("Velg passord", "blyant gardin torsk vindmølle")
                .send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(here.form(wrong, "Bytt passord").fault("Passordet du har nå"))
                .contains("stemmer ikke");
        assertThat(wrong.body()).doesNotContain("blyant gardin torsk vindmølle").doesNotContain("feil passord her");
        Person.Answer tooShort = form.fill("Passordet du har nå", PASSWORD)
                .fill("Velg passord", "elleve tegn")
                .send();
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(here.form(tooShort, "Bytt passord").fault("Velg passord")).contains("12");
        assertThat(elsewhere.get(KONTO).status()).as("nothing has happened yet").isEqualTo(200);
        Person.Answer changed =
                form.fill("Velg passord", "blyant gardin torsk vindmølle").send();
        assertThat(changed.path()).isEqualTo(KONTO);
        assertThat(changed.one("main [role=status]").text()).contains("Passordet er byttet");
        assertThat(elsewhere.get(KONTO).path()).as("ended at once").isEqualTo("/logg-inn");
        assertThat(signIn(app.visitor(), email, PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(app.visitor(), email, "blyant gardin torsk vindmølle").path())
                .isEqualTo("/min-side");
        Person.Answer again = form.send();
        assertThat(again.path()).as("the same change sent twice is one change").isEqualTo(KONTO);
        assertThat(subjects(email)).containsExactly("Passordet ditt er byttet");
    }

    @Test
    void the_old_password_cannot_be_guessed_from_an_open_session() {
        Person person = signedIn(somebody());
        for (int i = 0; i < 5; i++) {
            assertThat(person.post(KONTO + "/passord", "na", "feil" + i, "passord", "blyant gardin torsk vindmølle")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(person.post(KONTO + "/passord", "na", PASSWORD, "passord", "blyant gardin torsk vindmølle")
                        .status())
                .isEqualTo(429);
    }

    // --- name and address

    private static String linkTo(String email) {
        String body = app.bean(Outbox.class).newest(50).stream()
                .filter(it -> it.recipient().equals(email))
                .findFirst()
                .orElseThrow()
                .body();
        int at = body.indexOf("/bekreft-adresse/");
        return body.substring(at, body.indexOf('\n', at));
    }

    @Test
    void one_changes_ones_own_name_and_each_mistake_is_told_beside_what_was_typed() {
        Person person = signedIn(somebody());
        Person.Answer wrong = person.form(person.get(KONTO + "/navn"), "Endre navnet")
                .fill("Navn", "Kari på vinn.no")
                .send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.one("#navn").attr("value")).isEqualTo("Kari på vinn.no");
        assertThat(wrong.one("#navn-trouble").text()).contains("nettadresse");
        Person.Answer changed = person.form(wrong, "Endre navnet")
                .fill("Navn", " Ka\u0301ri\tO\u2019Brien ")
                .send();
        assertThat(changed.path()).isEqualTo(KONTO);
        assertThat(changed.text()).contains("Navnet er endret", "K\u00e1ri O\u2019Brien");
        assertThat(logged("changed own name")).isEqualTo(1);
    }

    @Test
    void a_new_address_is_taken_into_use_by_whoever_reads_its_mail_once_and_the_old_one_is_told() {
        String old = somebody();
        Person person = signedIn(old);
        String wanted = "ny." + old;
        Person.Answer asked = person.form(person.get(KONTO + "/e-post"), "Send lenken")
                .fill("Ny e-postadresse", "\u200BNY." + old + "\u00A0")
                .send();
        assertThat(asked.text()).contains("Vi har sendt en e-post til").contains("NY." + old);
        assertThat(asked.path()).doesNotContain("@");
        assertThat(person.get(KONTO).text()).as("not yet").contains(old).doesNotContain(wanted);
        Person mailReader = app.visitor();
        String link = linkTo(wanted);
        mailReader.get(link);
        Person.Answer looked = mailReader.get(link);
        assertThat(looked.heading()).isEqualTo("Ta den nye adressen i bruk?");
        assertThat(signIn(app.visitor(), old, PASSWORD).path())
                .as("looking changes nothing")
                .isEqualTo("/min-side");
        assertThat(mailReader.submit(looked.one("main form")).heading()).isEqualTo("Adressen er endret");
        assertThat(mailReader.submit(looked.one("main form")).status())
                .as("once")
                .isEqualTo(410);
        assertThat(person.get(KONTO).text()).contains(wanted);
        assertThat(signIn(app.visitor(), old, PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(app.visitor(), wanted, PASSWORD).path()).isEqualTo("/min-side");
        assertThat(subjects(old)).contains("E-postadressen din er endret");
    }

    @Test
    void a_link_to_a_new_address_ends_with_time_with_another_password_and_when_the_address_is_taken() {
        String email = somebody();
        Person person = signedIn(email);
        person.post(KONTO + "/e-post", "e-post", "a." + email);
        String late = linkTo("a." + email);
        app.clock().forward(Duration.ofHours(25));
        assertThat(app.visitor().get(late).status()).isEqualTo(410);
        Person again = signedIn(email);
        again.post(KONTO + "/e-post", "e-post", "b." + email);
        String link = linkTo("b." + email);
        assertThat(app.visitor().get(link).status()).isEqualTo(200);
        assertThat(app.visitor().get(link.substring(0, link.length() - 2)).status())
                .isEqualTo(410);
        again.post(KONTO + "/passord", "na", PASSWORD, "passord", "blyant gardin torsk vindmølle");
        assertThat(app.visitor().post(link).status()).isEqualTo(410);
        String other = somebody();
        Person.Answer answer = again.post(KONTO + "/e-post", "e-post", other);
        assertThat(answer.text()).as("whether it is somebody's is not told").contains("Vi har sendt en e-post");
        assertThat(subjects(other)).containsExactly("Noen vil bruke adressen din");
        assertThat(again.post(KONTO + "/e-post", "e-post", "kåre@konto.invalid").text())
                .contains("Før @ går bare");
        assertThat(again.post(KONTO + "/e-post", "e-post", email).text()).contains("adressen du bruker nå");
    }

    // --- sessions

    @Test
    void one_sees_where_one_is_signed_in_and_an_ended_session_is_signed_out_at_once() {
        String email = somebody();
        Person phone = app.visitor().with("User-Agent", CHROME_ON_ANDROID);
        signIn(phone, email, PASSWORD);
        Person here = signedIn(email);
        Person.Answer page = here.get(KONTO);
        assertThat(page.page().select(".account-session")).hasSize(2);
        assertThat(page.page().select(".account-session").get(0).text()).contains("Her");
        assertThat(page.page().select(".account-session").get(1).text()).contains("Chrome på Android");
        assertThat(page.body())
                .as("no session id leaves the server")
                .doesNotContain(sessionIds().toArray(String[]::new));
        Person.Answer ended = here.submit(page.one(".account-session form"));
        assertThat(ended.one("main [role=status]").text()).contains("logget ut");
        assertThat(ended.page().select(".account-session")).hasSize(1);
        assertThat(phone.get(KONTO).path()).isEqualTo("/logg-inn");
        assertThat(here.submit(page.one(".account-session form")).status())
                .as("it is gone")
                .isEqualTo(404);
    }

    private static List<String> sessionIds() {
        return app.bean(JdbcClient.class)
                .sql("select session_id from access.session")
                .query(String.class)
                .list();
    }

    private static Person on(String device, String email) {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", email, "passord", PASSWORD, "enhet-spurt", "", "enhet", device);
        return person;
    }

    private static int unused(String email) {
        return app.bean(JdbcClient.class)
                .sql("""
                        select max_inactive_interval from access.session
                        where principal_name = (select id::text from access.account where email = :email)
                        """)
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_session_lasts_as_long_as_fits_the_device_and_what_its_owner_may_see() {
        for (String device : List.of("egen", "")) {
            String learner = somebody();
            on(device, learner);
            String leader = somebody();
            Accounts accounts = app.bean(Accounts.class);
            accounts.grant(
                    null,
                    accounts.byEmail(leader).orElseThrow(),
                    Role.UNIT_LEADER,
                    Place.of(new UnitPath("no.konto.enhet")),
                    "Enheten");
            on(device, leader);
            assertThat(unused(learner)).isEqualTo(device.isEmpty() ? 30 * 60 : 12 * 3600);
            assertThat(unused(leader)).isEqualTo(device.isEmpty() ? 15 * 60 : 2 * 3600);
        }
    }

    @Test
    void a_session_ends_after_a_week_however_much_it_is_used_and_on_a_shared_device_after_a_shift() {
        Person own = on("egen", somebody());
        Person shared = on("", somebody());
        app.clock().forward(Duration.ofHours(11));
        assertThat(shared.get(KONTO).status()).isEqualTo(200);
        assertThat(shared.get(KONTO).path()).isEqualTo(KONTO);
        app.clock().forward(Duration.ofHours(2));
        assertThat(shared.get(KONTO).path()).isEqualTo("/logg-inn");
        for (int day = 0; day < 6; day++) {
            assertThat(own.get(KONTO).path()).isEqualTo(KONTO);
            app.clock().forward(Duration.ofDays(1));
        }
        app.clock().forward(Duration.ofDays(1));
        assertThat(own.get(KONTO).path()).isEqualTo("/logg-inn");
    }

    @Test
    void a_session_made_thirty_days_ago_is_dead_also_by_the_servers_own_time() {
        String email = somebody();
        Person person = on("egen", email);
        app.bean(JdbcClient.class).sql("""
                        update access.session set creation_time = creation_time - 30 * 24 * 3600 * 1000::bigint
                        where principal_name = (select id::text from access.account where email = :email)
                        """).param("email", email).update();
        assertThat(person.get(KONTO).path()).isEqualTo("/logg-inn");
    }

    @Test
    void on_a_shared_device_one_is_told_is_signed_out_and_gets_back_what_was_written() {
        String email = somebody();
        Person person = on("", email);
        assertThat(person.get(KONTO).one("footer").text()).contains("30 minutter");
        assertThat(person.get(KONTO).one("#session-end").attr("data-unused")).isEqualTo("1800");
        app.bean(JdbcClient.class).sql("""
                        update access.session set last_access_time = last_access_time - 31 * 60 * 1000
                        where principal_name = (select id::text from access.account where email = :email)
                        """).param("email", email).update();
        Person.Answer out = person.post(KONTO + "/passnokler", "svar", "x", "navn", "Telefonen som er min egen");
        assertThat(out.status()).isEqualTo(401);
        assertThat(out.one("textarea").text()).isEqualTo("Telefonen som er min egen");
        Person own = on("egen", somebody());
        assertThat(own.get(KONTO).page().select("#session-end")).isEmpty();
    }

    @Test
    void a_device_that_is_called_shared_after_all_is_that_from_then_on() {
        String email = somebody();
        Person person = on("egen", email);
        person.post("/enhet", "enhet", "delt", "retur", KONTO);
        person.get(KONTO);
        assertThat(unused(email)).isEqualTo(30 * 60);
    }

    @Test
    void all_others_can_be_ended_together_and_nobody_elses() {
        String email = somebody();
        Person one = signedIn(email);
        Person two = signedIn(email);
        Person here = signedIn(email);
        Person stranger = signedIn(somebody());
        here.submit(here.get(KONTO).one("form[action$=avslutt-andre]"));
        assertThat(one.get(KONTO).path()).isEqualTo("/logg-inn");
        assertThat(two.get(KONTO).path()).isEqualTo("/logg-inn");
        assertThat(here.get(KONTO).status()).isEqualTo(200);
        assertThat(stranger.get(KONTO).path()).isEqualTo(KONTO);
    }

    @Test
    void somebody_elses_session_does_not_exist() {
        String email = somebody();
        Person other = signedIn(email);
        Person second = signedIn(email);
        String action = other.get(KONTO).one(".account-session form").attr("action");
        Person stranger = signedIn(somebody());
        assertThat(stranger.post(action).status()).isEqualTo(404);
        assertThat(stranger.post(KONTO + "/okter/finnes-ikke/avslutt").status()).isEqualTo(404);
        assertThat(second.get(KONTO).status()).as("still there").isEqualTo(200);
    }

    @Test
    void nothing_of_it_is_open_to_a_visitor() {
        for (String path : List.of("", "/passord", "/totrinn", "/totrinn/koder", "/passnokler", "/lukk", "/bekreft")) {
            assertThat(app.visitor().get(KONTO + path).path()).as(path).isEqualTo("/logg-inn");
        }
    }

    // --- two steps

    /** What the app shows now, or so many half minutes away. */
    private static String code(String key, int away) {
        return new AuthenticatorApp(key).code(app.clock().instant().plusSeconds(30L * away));
    }

    private static void nextHalfMinute() {
        app.clock().forward(Duration.ofSeconds(30));
    }

    /** Turns it on; returns the key and leaves the recovery codes on the page. */
    private static String turnOn(Person person, List<String> recovery) {
        Person.Answer setUp = person.submit(person.get(KONTO + "/totrinn").one("main form"));
        String key = setUp.one(".key-text").text();
        Person.Answer codes = person.submit(setUp.one("main form"), "kode", code(key, 0));
        assertThat(codes.heading()).isEqualTo("Ta vare på kodene");
        codes.page().select(".recovery-codes li").forEach(it -> recovery.add(it.text()));
        person.submit(codes.one("main form"));
        nextHalfMinute();
        return key;
    }

    @Test
    void two_step_sign_in_is_on_only_when_a_code_has_shown_that_the_app_has_the_key() {
        String email = somebody();
        Person person = signedIn(email);
        Person.Answer setUp =
                person.form(person.get(KONTO + "/totrinn"), "Sett opp").send();
        assertThat(setUp.page().select("svg.qr path")).hasSize(1);
        assertThat(setUp.one("main a[href^=otpauth]").attr("href")).contains("issuer=Samtidig");
        String key = setUp.one(".key-text").text();
        assertThat(signIn(app.visitor(), email, PASSWORD).path())
                .as("not asked for yet")
                .isEqualTo("/min-side");
        Person.Answer again = person.post(KONTO + "/totrinn/begynn");
        assertThat(again.one(".key-text").text()).as("what was scanned stays").isEqualTo(key);
        Form turnOn = person.form(setUp, "Slå på");
        Person.Answer wrong = turnOn.fill("Kode", "000000").send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(person.form(wrong, "Slå på").fault("Kode")).contains("stemmer ikke");
        assertThat(signIn(app.visitor(), email, PASSWORD).path()).isEqualTo("/min-side");
        Person.Answer codes = turnOn.fill("Kode", code(key, 0)).send();
        assertThat(codes.path()).isEqualTo(KONTO + "/totrinn/koder");
        assertThat(codes.page().select(".recovery-codes li")).hasSize(10);
        Person.Answer sentAgain = person.submit(setUp.one("main form"), "kode", code(key, 0));
        assertThat(sentAgain.one(".recovery-codes").text())
                .as("a lost answer loses no codes")
                .isEqualTo(codes.one(".recovery-codes").text());
        Person.Answer kept = person.submit(codes.one("main form"));
        assertThat(kept.one("main [role=status]").text()).contains("Totrinnsinnlogging er på");
        assertThat(person.get(KONTO + "/totrinn/koder").path())
                .as("shown no more")
                .isEqualTo(KONTO + "/totrinn");
        assertThat(signIn(app.visitor(), email, PASSWORD).path()).isEqualTo("/logg-inn/kode");
        assertThat(subjects(email)).containsExactly("Totrinnsinnlogging er slått på");
    }

    @Test
    void the_password_alone_reaches_nothing() {
        String email = somebody();
        String key = turnOn(signedIn(email), new ArrayList<>());
        Person person = app.visitor();
        Person.Answer waiting = person.post("/logg-inn", "e-post", email, "passord", PASSWORD, "retur", "/moduler/mi");
        assertThat(waiting.heading()).isEqualTo("Skriv koden");
        for (String path : List.of("/min-side", KONTO, KONTO + "/totrinn", "/min-side/mine-data/samtidig.json")) {
            assertThat(person.get(path).path()).as(path).isEqualTo("/logg-inn");
        }
        assertThat(person.post(KONTO + "/totrinn/av", "bevis", PASSWORD).status())
                .isEqualTo(401);
        assertThat(person.get("/").text()).doesNotContain("Min side");
        Person.Answer in = person.submit(waiting.one("main form"), "kode", code(key, 0));
        assertThat(in.path()).as("and back to where one was going").isEqualTo("/moduler/mi");
    }

    @Test
    void a_code_is_taken_once_and_a_little_early_or_late() {
        String email = somebody();
        String key = turnOn(signedIn(email), new ArrayList<>());
        Person person = app.visitor();
        signIn(person, email, PASSWORD);
        String code = code(key, 0);
        assertThat(person.post("/logg-inn/kode", "kode", code.substring(0, 3) + " " + code.substring(3))
                        .path())
                .isEqualTo("/min-side");
        Person replay = app.visitor();
        signIn(replay, email, PASSWORD);
        assertThat(replay.post("/logg-inn/kode", "kode", code).status())
                .as("the same code again")
                .isEqualTo(422);
        assertThat(replay.post("/logg-inn/kode", "kode", code(key, -1)).status())
                .as("an older one after it")
                .isEqualTo(422);
        assertThat(replay.post("/logg-inn/kode", "kode", code(key, 2)).status())
                .as("too far ahead")
                .isEqualTo(422);
        assertThat(replay.post("/logg-inn/kode", "kode", code(key, 1)).path()).isEqualTo("/min-side");
    }

    @Test
    void a_recovery_code_works_once_and_new_ones_end_the_old() {
        String email = somebody();
        List<String> recovery = new ArrayList<>();
        turnOn(signedIn(email), recovery);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(app.bean(JdbcClient.class)
                        .sql("select hash from access.recovery_code")
                        .query(String.class)
                        .list())
                .noneMatch(it -> recovery.contains(it));
        Person person = app.visitor();
        signIn(person, email, PASSWORD);
        assertThat(person.post(
                                "/logg-inn/kode",
                                "kode",
                                " " + recovery.getFirst().toUpperCase(java.util.Locale.ROOT))
                        .path())
                .isEqualTo("/min-side");
        assertThat(person.get(KONTO + "/totrinn").text()).contains("9 gjenopprettingskoder");
        Person again = app.visitor();
        signIn(again, email, PASSWORD);
        assertThat(again.post("/logg-inn/kode", "kode", recovery.getFirst()).status())
                .isEqualTo(422);
        person.submit(person.get(KONTO + "/totrinn").one("form[action$=koder]"));
        assertThat(again.post("/logg-inn/kode", "kode", recovery.get(1)).status())
                .as("renewed")
                .isEqualTo(422);
    }

    @Test
    void codes_cannot_be_guessed_whoever_asks_from_wherever() {
        String email = somebody();
        String key = turnOn(signedIn(email), new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            Person person = app.visitor();
            signIn(person, email, PASSWORD);
            assertThat(person.post("/logg-inn/kode", "kode", "00000" + i).status())
                    .isEqualTo(422);
        }
        Person person = app.visitor();
        signIn(person, email, PASSWORD);
        assertThat(person.post("/logg-inn/kode", "kode", code(key, 0)).status()).isEqualTo(429);
        assertThat(person.post("/logg-inn/kode", "kode", code(key, 0)).status()).isEqualTo(429);
        assertThat(subjects(email))
                .as("somebody knows the password; told once")
                .containsOnlyOnce("Noen prøver å logge inn som deg");
        app.clock().forward(Duration.ofMinutes(16));
        signIn(person, email, PASSWORD);
        assertThat(person.post("/logg-inn/kode", "kode", code(key, 0)).path()).isEqualTo("/min-side");
    }

    @Test
    void whoever_knows_the_password_cannot_keep_the_owner_out_by_wrong_codes() {
        String email = somebody();
        Person owner = signedIn(email);
        String key = turnOn(owner, new ArrayList<>());
        owner.post("/logg-ut");
        Person thief = app.visitor();
        for (int i = 0; i < 35; i++) {
            signIn(thief, email, PASSWORD);
            thief.post("/logg-inn/kode", "kode", "00000" + i % 10);
        }
        signIn(thief, email, PASSWORD);
        assertThat(thief.post("/logg-inn/kode", "kode", code(key, 0)).status()).isEqualTo(429);
        signIn(owner, email, PASSWORD);
        assertThat(owner.post("/logg-inn/kode", "kode", code(key, 0)).path()).isEqualTo("/min-side");
    }

    @Test
    void the_code_must_come_within_ten_minutes_of_the_password() {
        String email = somebody();
        String key = turnOn(signedIn(email), new ArrayList<>());
        Person person = app.visitor();
        signIn(person, email, PASSWORD);
        app.clock().forward(Duration.ofMinutes(11));
        Person.Answer late = person.post("/logg-inn/kode", "kode", code(key, 0));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Det gikk for lang tid");
        assertThat(person.get("/min-side").path()).isEqualTo("/logg-inn");
        assertThat(app.visitor().post("/logg-inn/kode", "kode", code(key, 0)).status())
                .as("without a password")
                .isEqualTo(422);
    }

    @Test
    void turning_it_off_takes_the_password_or_a_code() {
        String email = somebody();
        Person person = signedIn(email);
        turnOn(person, new ArrayList<>());
        Person.Answer page = person.get(KONTO + "/totrinn");
        Form off = person.form(page, "Slå av totrinnsinnlogging");
        Person.Answer refused = off.fill("Passordet ditt, eller en kode fra appen", "noe annet enn passordet")
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(signIn(app.visitor(), email, PASSWORD).path()).isEqualTo("/logg-inn/kode");
        assertThat(off.fill("Passordet ditt, eller en kode fra appen", PASSWORD)
                        .send()
                        .one("main [role=status]")
                        .text())
                .contains("er av");
        off.send();
        assertThat(signIn(app.visitor(), email, PASSWORD).path()).isEqualTo("/min-side");
        assertThat(subjects(email)).containsExactly("Totrinnsinnlogging er slått av", "Totrinnsinnlogging er slått på");
    }

    @Test
    void setting_it_up_asks_again_who_one_is_when_a_while_has_passed() {
        String email = somebody();
        Person person = signedIn(email);
        app.clock().forward(Duration.ofMinutes(11));
        Person.Answer page = person.get(KONTO + "/totrinn");
        assertThat(page.page().select("form[action$=begynn]")).isEmpty();
        Person.Answer sent = person.post(KONTO + "/totrinn/begynn");
        assertThat(sent.path()).isEqualTo(KONTO + "/bekreft");
        Form sure = person.form(sent, "Bekreft");
        assertThat(sure.fill("Passord", "feil").send().status()).isEqualTo(422);
        Person.Answer back = sure.fill("Passord", PASSWORD).send();
        assertThat(back.path()).isEqualTo(KONTO + "/totrinn");
        assertThat(back.page().select("form[action$=begynn]")).hasSize(1);
    }

    @Test
    void the_secret_lies_sealed_in_the_database() {
        Person person = signedIn(somebody());
        String key = turnOn(person, new ArrayList<>());
        assertThat(app.bean(JdbcClient.class)
                        .sql("select position(:secret in secret) from access.authenticator")
                        .param("secret", new AuthenticatorApp(key).secret())
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .containsOnly(0);
    }

    @Test
    void an_administrator_is_asked_to_turn_it_on_and_others_are_not() {
        assertThat(app.signedIn("administrator").get(KONTO).text()).contains("mer enn et passord");
        assertThat(app.signedIn("miljoterapeut").get(KONTO).text()).doesNotContain("mer enn et passord");
    }

    @Test
    void what_one_does_with_ones_account_is_in_the_log() {
        int before = logged("turned on two-step sign-in");
        turnOn(signedIn(somebody()), new ArrayList<>());
        assertThat(logged("turned on two-step sign-in")).isEqualTo(before + 1);
    }
}
