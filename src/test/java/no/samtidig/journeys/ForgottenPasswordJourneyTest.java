package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.Links;
import no.samtidig.platform.mail.Outbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A forgotten password, and what must not come of it. */
@Tag("access")
@RenewedApp
class ForgottenPasswordJourneyTest {
    private static final Pattern LINK = Pattern.compile("/nytt-passord/[\\w-]{43}");
    private static final String GOOD = "hest batteri stift kopp";

    private static final App app = App.shared();

    private static List<Outbox.Mail> mailsTo(String email) {
        return app.bean(Outbox.class).newest(100).stream()
                .filter(it -> it.recipient().equals(email))
                .toList();
    }

    /** Waits until there are so many mails: they are written after the answer. */
    private static List<Outbox.Mail> mailsTo(String email, int count) throws InterruptedException {
        for (int i = 0; i < 100 && mailsTo(email).size() < count; i++) {
            Thread.sleep(50);
        }
        assertThat(mailsTo(email)).hasSize(count);
        return mailsTo(email);
    }

    private static String link(Outbox.Mail mail) {
        Matcher link = LINK.matcher(mail.body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static Person.Answer ask(String email) {
        Person person = app.visitor();
        return person.form(person.get("/glemt-passord"), "Send meg en lenke")
                .fill("E-postadresse", email)
                .send();
    }

    private static String linkFor(String email) throws InterruptedException {
        ask(email);
        return link(mailsTo(email, 1).getFirst());
    }

    @Test
    void the_door_leads_to_a_mail_the_mail_to_a_new_password_and_the_old_one_is_out() throws Exception {
        String email = "risten.eira@sundvik.invalid";
        Person elsewhere = app.visitor();
        elsewhere.post("/logg-inn", "e-post", email, "passord", "samtidig-demo");
        assertThat(elsewhere.get("/min-side").path()).isEqualTo("/min-side");
        Person person = app.visitor();
        Person.Answer form = person.get(
                person.get("/logg-inn").one("main a[href=/glemt-passord]").attr("href"));
        Person.Answer heard = person.form(form, "Send meg en lenke")
                .fill("E-postadresse", " Risten.Eira@Sundvik.invalid ")
                .send();
        assertThat(heard.heading()).isEqualTo("Se i innboksen din");
        String link = link(mailsTo(email, 1).getFirst());
        for (int i = 0; i < 3; i++) {
            assertThat(person.get(link).heading()).as("looking uses nothing up").isEqualTo("Velg nytt passord");
        }
        Person.Answer weak = person.form(person.get(link), "Lagre passordet")
                .fill("Velg passord", "risten.eira12")
                .send();
        assertThat(weak.status()).isEqualTo(422);
        Form again = person.form(weak, "Lagre passordet");
        assertThat(again.fault("Velg passord")).contains("lett å gjette");
        Person.Answer changed = again.fill("Velg passord", GOOD).send();
        assertThat(changed.heading()).isEqualTo("Passordet er byttet");
        assertThat(person.get("/min-side").path())
                .as("a mailbox alone signs nobody in")
                .isEqualTo("/logg-inn");
        assertThat(elsewhere.get("/min-side").path())
                .as("other sessions are over")
                .isEqualTo("/logg-inn");
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .status())
                .isEqualTo(422);
        assertThat(person.post("/logg-inn", "e-post", email, "passord", GOOD).path())
                .isEqualTo("/min-side");
        assertThat(mailsTo(email, 2)).anySatisfy(it -> assertThat(it.subject()).contains("er byttet"));
        Person.Answer used = app.visitor().get(link);
        assertThat(used.status()).isEqualTo(410);
        assertThat(app.visitor().post(link, "passord", "fire blå sykler i regn").status())
                .isEqualTo(410);
    }

    @Test
    void the_answer_is_the_same_whether_the_account_exists() throws Exception {
        Person.Answer known = ask("tomasz.zielinski@sundvik.invalid");
        Person.Answer unknown = ask("finnes.ikke@sundvik.invalid");
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.one("main").html()).isEqualTo(known.one("main").html());
        mailsTo("tomasz.zielinski@sundvik.invalid", 1);
        assertThat(mailsTo("finnes.ikke@sundvik.invalid")).isEmpty();
    }

    @Test
    void a_link_runs_out_after_an_hour_and_a_used_one_takes_the_others_with_it() throws Exception {
        String late = linkFor("berit.haugan@sundvik.invalid");
        app.clock().forward(Duration.ofMinutes(61));
        assertThat(app.visitor().get(late).status()).isEqualTo(410);
        assertThat(app.visitor().post(late, "passord", GOOD).status()).isEqualTo(410);
        String email = "yasmin.rahimi@sundvik.invalid";
        String first = linkFor(email);
        ask(email);
        String second = mailsTo(email, 2).stream()
                .map(ForgottenPasswordJourneyTest::link)
                .filter(it -> !it.equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(app.visitor().post(second, "passord", GOOD).path()).isEqualTo("/glemt-passord");
        assertThat(app.visitor()
                        .post(first, "passord", "fire blå sykler i regn")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void asking_again_and_again_is_stopped_alike_for_everybody_and_fills_no_mailbox() throws Exception {
        for (String email : List.of("nils.henrik.bones@sundvik.invalid", "ingen@sundvik.invalid")) {
            for (int i = 0; i < 5; i++) {
                assertThat(ask(email).status()).isEqualTo(200);
            }
            Person.Answer stopped = ask(email);
            assertThat(stopped.status()).isEqualTo(429);
            assertThat(stopped.one("#e-post").attr("value")).isEqualTo(email);
        }
        mailsTo("nils.henrik.bones@sundvik.invalid", 5);
        assertThat(app.visitor()
                        .with("X-Forwarded-For", "198.51.100.7")
                        .post("/glemt-passord", "e-post", "frode.kleiven@sundvik.invalid")
                        .status())
                .as("a colleague on the same address is not stopped")
                .isEqualTo(200);
    }

    @Test
    void what_is_no_address_is_told() {
        Person.Answer refused = ask("kari");
        assertThat(refused.status()).isEqualTo(422);
        Form again = app.visitor().form(refused, "Send meg en lenke");
        assertThat(again.fault("E-postadresse")).contains("hele e-postadressen");
        assertThat(again.value("E-postadresse")).isEqualTo("kari");
    }

    @Test
    void old_links_are_removed_and_usable_ones_stay() throws Exception {
        linkFor("guro.vinje@almenes.invalid");
        app.clock().forward(Duration.ofHours(26));
        String usable = linkFor("linh.tran@almenes.invalid");
        Links.removeOld(app);
        assertThat(app.visitor().get(usable).status()).isEqualTo(200);
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from access.password_reset r join access.account a on a.id = r.account where a.email = 'guro.vinje@almenes.invalid'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
