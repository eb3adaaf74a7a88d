package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Misses;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept no longer than it should be, and what stays; the clock is moved. */
@RenewedApp(eachTest = true)
@Proves(Promise.OWN_DATA)
class RetentionTest {
    private static final String PASSWORD = "fire ord etter hverandre";

    private static final App app = App.shared();
    private JdbcClient sql;
    private Closing closing;
    private Upkeep upkeep;

    @BeforeEach
    void start() {
        sql = app.bean(JdbcClient.class);
        closing = app.bean(Closing.class);
        upkeep = app.bean(Upkeep.class);
    }

    private AccountId account(String email, Role role) {
        Accounts accounts = app.bean(Accounts.class);
        AccountId account = accounts.keep(email, "Navn Navnesen", accounts.hash(PASSWORD));
        accounts.grant(null, account, role, Place.of(new UnitPath("no.x.y")), "Y");
        return account;
    }

    private Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", PASSWORD)
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private List<Outbox.Mail> mailTo(String email) {
        return app.bean(Outbox.class).newest(500).stream()
                .filter(it -> it.recipient().equals(email))
                .toList();
    }

    private String open(AccountId account) {
        return sql.sql(
                        "select case when erased is not null then 'erased' when closed is not null then 'closed' else 'open' end from access.account where id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
    }

    private void days(int days) {
        app.clock().forward(Duration.ofDays(days));
    }

    private static String link(Outbox.Mail mail) {
        String body = mail.body();
        int start = body.indexOf("/apne-konto/");
        return body.substring(start, body.indexOf('\n', start));
    }

    @Test
    void a_closed_account_is_shut_at_once_can_be_opened_for_two_weeks_and_is_then_erased() {
        AccountId account = account("lukkes@x.invalid", Role.CLINICIAN);
        AccountId stays = account("blir@x.invalid", Role.CLINICIAN);
        Person here = signedIn("lukkes@x.invalid");
        Person elsewhere = signedIn("lukkes@x.invalid");
        Person other = signedIn("blir@x.invalid");
        for (Person it : List.of(here, other)) {
            Person.Answer step = it.get("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
            it.submit(step.one("form.reflection"), "tekst", "Et notat.");
            it.submit(step.one(".step-nav"));
        }
        Person.Answer form = here.get("/min-side/konto/lukk");
        assertThat(here.submit(form.one("main form"), "passord", PASSWORD).status())
                .as("without the tick")
                .isEqualTo(422);
        assertThat(here.submit(form.one("main form"), "passord", "feil", "sikker", "true")
                        .one("#passord-trouble")
                        .text())
                .contains("stemmer ikke");
        assertThat(open(account)).isEqualTo("open");
        Person.Answer closed = here.submit(form.one("main form"), "passord", PASSWORD, "sikker", "true");
        assertThat(closed.heading()).isEqualTo("Kontoen er lukket");
        assertThat(here.get("/min-side").path()).isEqualTo("/logg-inn");
        assertThat(elsewhere.get("/min-side").path()).isEqualTo("/logg-inn");
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", "lukkes@x.invalid", "passord", PASSWORD)
                        .status())
                .isEqualTo(422);
        Outbox.Mail receipt = mailTo("lukkes@x.invalid").getFirst();
        assertThat(receipt.subject()).isEqualTo("Kontoen din er lukket");
        days(13);
        assertThat(closing.eraseClosed()).isZero();
        Person.Answer door = app.visitor().get(link(receipt));
        assertThat(door.heading()).isEqualTo("Åpne kontoen igjen?");
        assertThat(open(account)).as("a mail scanner opens nothing").isEqualTo("closed");
        assertThat(app.visitor().submit(door.one("main form")).heading()).isEqualTo("Kontoen er åpen igjen");
        assertThat(app.visitor().submit(door.one("main form")).status())
                .as("once")
                .isEqualTo(404);
        Person back = signedIn("lukkes@x.invalid");
        assertThat(back.get("/min-side/refleksjoner").text()).contains("Et notat.");
        back.submit(back.get("/min-side/konto/lukk").one("main form"), "passord", PASSWORD, "sikker", "true");
        String second = link(mailTo("lukkes@x.invalid").getFirst());
        days(15);
        assertThat(app.visitor().get(second).status()).as("too late").isEqualTo(404);
        assertThat(closing.eraseClosed()).isEqualTo(1);
        assertThat(closing.eraseClosed()).as("once").isZero();
        assertThat(open(account)).isEqualTo("erased");
        assertThat(everyTableWith(account)).containsExactly("access.account");
        assertThat(sql.sql("select name || email || coalesce(password_hash, '') from access.account where id = :id")
                        .param("id", account.value())
                        .query(String.class)
                        .single())
                .isEqualTo(account.value() + "@slettet.invalid");
        assertThat(mailTo("lukkes@x.invalid")).isEmpty();
        assertThat(everyTableWith(stays)).contains("learning.note", "learning.progress", "access.role_grant");
        assertThat(sql.sql("select count(*) from access.audit where actor = :id")
                        .param("id", account.value())
                        .query(Integer.class)
                        .single())
                .as("the log stays")
                .isPositive();
    }

    /** Every table with a row of the account's, whichever module's: nothing new is forgotten. */
    private List<String> everyTableWith(AccountId account) {
        return sql.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'account' and table_schema in
                              (select schema_name from information_schema.schemata where schema_name not like 'pg%')
                        union select 'access.account' order by 1
                        """).query(String.class).list().stream()
                .filter(it -> sql.sql("select exists (select from " + it + " where "
                                + (it.equals("access.account") ? "id" : "account") + " = :id)")
                        .param("id", account.value())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void an_account_nobody_uses_is_warned_then_closed_then_erased_and_signing_in_saves_it() {
        AccountId unused = account("ubrukt@x.invalid", Role.CLINICIAN);
        AccountId saved = account("reddes@x.invalid", Role.CLINICIAN);
        AccountId lone = account("admin@x.invalid", Role.ADMINISTRATOR);
        sql.sql("update access.account set closed = now(), erased = now() where email not like '%@x.invalid'")
                .update(); // the made-up people, among them another administrator
        days(23 * 30);
        AccountId used = account("brukt@x.invalid", Role.CLINICIAN);
        signedIn("brukt@x.invalid");
        assertThat(closing.warnUnused()).as("not yet").isZero();
        days(15);
        assertThat(closing.warnUnused()).isEqualTo(3);
        assertThat(closing.warnUnused()).as("once").isZero();
        assertThat(mailTo("ubrukt@x.invalid").getFirst().body()).contains("/logg-inn");
        signedIn("reddes@x.invalid");
        days(20);
        assertThat(closing.closeUnused()).as("not yet").isZero();
        days(20);
        assertThat(closing.closeUnused()).isEqualTo(1);
        assertThat(List.of(open(unused), open(saved), open(used), open(lone)))
                .as("the only administrator stays, or nobody could let people in")
                .containsExactly("closed", "open", "open", "open");
        assertThat(app.visitor()
                        .get(link(mailTo("ubrukt@x.invalid").getFirst()))
                        .heading())
                .isEqualTo("Åpne kontoen igjen?");
        days(15);
        assertThat(closing.eraseClosed()).isEqualTo(1);
        assertThat(open(unused)).isEqualTo("erased");
    }

    @Test
    void the_only_administrator_cannot_close_the_account() {
        Person administrator = app.signedIn("administrator");
        Person.Answer page = administrator.get("/min-side/konto/lukk");
        assertThat(page.text()).contains("eneste administratoren");
        assertThat(administrator
                        .post("/min-side/konto/lukk", "passord", "samtidig-demo", "sikker", "true")
                        .status())
                .isEqualTo(422);
        account("til@x.invalid", Role.ADMINISTRATOR);
        assertThat(administrator.get("/min-side/konto/lukk").text()).doesNotContain("eneste administratoren");
    }

    @Test
    void the_audit_log_is_kept_for_five_years_and_no_younger_line_can_go() {
        for (String at : List.of("now() - interval '5 years 1 day'", "now() - interval '4 years 364 days'")) {
            sql.sql("insert into access.audit (id, at, action, kind, subject) values (:id, " + at
                            + ", 'tested', 'test', 'x')")
                    .param("id", UUID.randomUUID())
                    .update();
        }
        assertThat(upkeep.forgetOldAudit(OffsetDateTime.now(app.clock()))).isEqualTo(1);
        days(365 * 6);
        assertThat(upkeep.forgetOldAudit(OffsetDateTime.now(app.clock())))
                .as("our clock being wrong removes nothing")
                .isZero();
        assertThatThrownBy(() -> sql.sql("delete from access.audit where action = 'tested'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void wrong_passwords_are_forgotten_after_a_quarter_of_an_hour() {
        app.visitor().post("/logg-inn", "e-post", "gammel@x.invalid", "passord", "feil");
        app.clock().forward(Duration.ofMinutes(16));
        app.visitor().post("/logg-inn", "e-post", "ny@x.invalid", "passord", "feil");
        assertThat(app.bean(Misses.class).forgetOld()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from platform.miss")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_set_up_that_nobody_finished_is_removed_and_a_finished_one_stays() {
        OneTimeCodes codes = app.bean(OneTimeCodes.class);
        AccountId old = account("halvveis@x.invalid", Role.CLINICIAN);
        AccountId done = account("ferdig@x.invalid", Role.CLINICIAN);
        codes.begin(old);
        codes.begin(done);
        sql.sql("update access.authenticator set confirmed = now() where account = :id")
                .param("id", done.value())
                .update();
        days(2);
        codes.begin(account("ny@x.invalid", Role.CLINICIAN));
        assertThat(codes.removeUnfinished()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from access.authenticator")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
