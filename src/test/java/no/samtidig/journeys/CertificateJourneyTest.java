package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.certificate.Certificates;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking out a certificate, deciding what it shows, and having it checked by somebody else. */
@Tag("certificate")
@RenewedApp(eachTest = true)
@Proves(Promise.CERTIFICATE)
class CertificateJourneyTest {
    private static final String MINE = "/min-side/kursbevis";
    private static final App app = App.shared();

    private KnowledgeModule grunnmodul() {
        return app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow();
    }

    private Visitor.Person account(String email) {
        AccountId id = app.bean(Accounts.class).byEmail(email).orElseThrow();
        return Objects.requireNonNull(app.bean(Accounts.class).visitor(id, null).person());
    }

    private void completes(String email) {
        Visitor.Person learner = account(email);
        grunnmodul()
                .lessons(Language.NB)
                .forEach(lesson -> lesson.steps()
                        .forEach(step ->
                                app.bean(Progressing.class).finish(learner, grunnmodul(), lesson, step, Language.NB)));
    }

    /** Ane has completed Grunnmodul and taken out the certificate; the page of it. */
    private Person.Answer taken(Person ane) {
        completes("ane.solvik@sundvik.invalid");
        return ane.submit(ane.get(MINE).one("form.offer"));
    }

    /** The end of the module's time as it is written. */
    private String time() {
        return grunnmodul().minutes() % 60 + " minutter";
    }

    private static String code(Person.Answer own) {
        return own.path().substring(MINE.length() + 1);
    }

    private static String publicPath(Person.Answer own) {
        return "/kursbevis/" + code(own);
    }

    @Test
    void the_certificate_comes_with_the_last_lesson_and_can_be_checked_by_anybody() {
        Person ane = app.signedIn("miljoterapeut");
        assertThat(ane.get(MINE).text()).contains("Du har ingen kursbevis ennå", "Se modulene");
        assertThat(ane.post(MINE, "modul", "grunnmodul").path()).isEqualTo("/moduler/grunnmodul");
        completes("ane.solvik@sundvik.invalid");
        assertThat(ane.get("/moduler/grunnmodul")
                        .one("main .actions a[href=" + MINE + "]")
                        .text())
                .isEqualTo("Hent kursbevis");
        Person.Answer own = taken(ane);
        assertThat(own.text()).contains("Kursbeviset er klart.", "Ane Solvik", time(), "nettbasert egenstudium");
        Person.Answer seen = app.visitor().get(publicPath(own));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.heading()).isEqualTo("Kursbeviset er gyldig");
        assertThat(seen.one("main").text()).contains("Ane Solvik", "Grunnmodul").doesNotContain("Elvetun", time());
        assertThat(seen.header("x-robots-tag")).contains("noindex");
        String sloppy = code(own)
                .toLowerCase(java.util.Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(app.visitor()
                        .get("/kursbevis?kode=" + sloppy.replace(" ", "%20"))
                        .heading())
                .isEqualTo("Kursbeviset er gyldig");
    }

    @Test
    void sent_twice_it_is_one_certificate_and_nobody_elses() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        assertThat(code(ane.post(MINE, "modul", "grunnmodul"))).isEqualTo(code(own));
        assertThat(ane.get(MINE).page().select(".certificate-row")).hasSize(1);
        Person other = app.signedIn("behandler");
        for (String end : List.of("", "/kursbevis.pdf", "/kursbevis.jwt", "/kursbevis.json")) {
            assertThat(other.get(own.path() + end).status()).isEqualTo(404);
            assertThat(app.visitor().get(own.path() + end).path()).isEqualTo("/logg-inn");
        }
        assertThat(other.post(own.path() + "/trekk-tilbake", "sikker", "true").status())
                .isEqualTo(404);
        assertThat(other.post(own.path() + "/visning", "enhet", "true").status())
                .isEqualTo(404);
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er gyldig");
    }

    @Test
    void what_the_holder_chooses_is_what_others_see_at_once() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        ane.post(own.path() + "/visning", "enhet", "true", "innhold", "true");
        assertThat(app.visitor().get(publicPath(own)).one("main").text())
                .contains("Elvetun", time(), "Å tore å spørre", "Innehaveren har valgt ikke å vise navnet.")
                .doesNotContain("Ane", "Solvik");
        ane.post(own.path() + "/visning");
        assertThat(app.visitor().get(publicPath(own)).one("main").text())
                .contains("Grunnmodul")
                .doesNotContain("Ane", "Elvetun", time());
    }

    @Test
    void a_withdrawn_one_shows_that_and_nothing_else() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        Person.Answer unsure = ane.post(own.path() + "/trekk-tilbake");
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.one("#sikker-trouble").text()).contains("Ingenting er endret ennå");
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er gyldig");
        ane.post(own.path() + "/trekk-tilbake", "sikker", "true");
        Person.Answer seen = app.visitor().get(publicPath(own));
        assertThat(seen.heading()).isEqualTo("Kursbeviset er trukket tilbake");
        assertThat(seen.one("main").text()).doesNotContain("Ane", "Grunnmodul");
        assertThat(ane.get(own.path() + "/kursbevis.pdf").status()).isEqualTo(404);
        assertThat(code(ane.post(MINE, "modul", "grunnmodul"))).isNotEqualTo(code(own));
        assertThat(audit()).containsExactly("issued", "withdrew", "issued");
    }

    private List<String> audit() {
        return app.bean(JdbcClient.class)
                .sql("select action from access.audit where kind = 'certificate' order by at")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    @Test
    void a_new_name_gives_a_new_code_and_the_old_one_does_not_lead_to_it() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        app.bean(JdbcClient.class)
                .sql("update access.account set name = 'Ane Ŋuorti' where name = 'Ane Solvik'")
                .update();
        app.clock().forward(Duration.ofMinutes(1));
        Person.Answer renamed = ane.post(own.path() + "/ny-utgave");
        assertThat(code(ane.post(own.path() + "/ny-utgave"))).isEqualTo(code(renamed));
        assertThat(app.visitor().get(publicPath(renamed)).text()).contains("Ane Ŋuorti");
        Person.Answer old = app.visitor().get(publicPath(own));
        assertThat(old.heading()).isEqualTo("Kursbeviset er erstattet");
        assertThat(old.one("main").html()).doesNotContain("Ane", "Grunnmodul", code(renamed));
        assertThat(ane.get(own.path() + "/kursbevis.jwt").status()).isEqualTo(404);
    }

    @Test
    void after_three_years_it_has_expired_and_is_renewed_on_the_holders_word() {
        Person.Answer own = taken(app.signedIn("miljoterapeut"));
        LocalDate last = app.bean(Certificates.class).today().plus(Certificates.VALIDITY);
        ZonedDateTime end = last.plusDays(1).atStartOfDay(Norway.ZONE);
        app.clock().forward(Duration.between(app.clock().instant(), end.minusMinutes(1)));
        assertThat(app.visitor().get(publicPath(own)).heading())
                .as("the last minute of its last day, in Norway")
                .isEqualTo("Kursbeviset er gyldig");
        app.clock().forward(Duration.ofMinutes(1));
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er utløpt");
        assertThat(app.visitor().get(publicPath(own)).text()).contains("Ane Solvik");
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer list = ane.get(MINE);
        assertThat(list.text()).contains("Utløpt", "Forny kursbevis");
        Person.Answer noWord = ane.submit(list.one("form.offer"));
        assertThat(noWord.status()).isEqualTo(422);
        assertThat(noWord.one("#word-grunnmodul-trouble").text()).contains("Ingenting er hentet ennå");
        Person.Answer renewed = ane.submit(noWord.one("form.offer"), "gjennomgaatt", "true");
        assertThat(renewed.text()).contains("Fornyer kursbevis av", "Fornyet etter at innehaveren selv har opplyst");
        assertThat(app.visitor().get(publicPath(renewed)).heading()).isEqualTo("Kursbeviset er gyldig");
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er fornyet");
        assertThat(ane.get(MINE).page().select("form.offer")).isEmpty();
    }

    @Test
    void when_the_module_has_grown_it_is_renewed_after_the_new_step_and_other_words_are_no_reason() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        JdbcClient sql = app.bean(JdbcClient.class);
        sql.sql("update certificate.achievement set facts = jsonb_set(facts, '{version,value}', '\"aaaaaaaaaaaa\"')")
                .update();
        assertThat(ane.get(MINE).page().select("form.offer")).isEmpty();
        // as if a lesson had fewer steps when the certificate was taken out, and its last one is new
        sql.sql("update certificate.achievement set facts = jsonb_set(facts, '{outline,value}', '\"aaaaaaaaaaaa\"')")
                .update();
        String last =
                grunnmodul().lessons(Language.NB).getFirst().steps().getLast().id();
        sql.sql("delete from learning.progress where part = :last")
                .param("last", last)
                .update();
        assertThat(ane.get(MINE).page().select("form.offer")).isEmpty();
        completes("ane.solvik@sundvik.invalid");
        Person.Answer list = ane.get(MINE);
        assertThat(list.text()).contains("Modulen har fått nytt innhold");
        app.clock().forward(Duration.ofDays(40));
        Person.Answer renewed = app.signedIn("miljoterapeut").submit(list.one("form.offer"));
        assertThat(code(renewed)).isNotEqualTo(code(own));
        assertThat(renewed.text()).contains("Fornyer kursbevis av").doesNotContain("selv har opplyst");
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er fornyet");
    }

    @Test
    void unknown_codes_are_answered_alike_and_many_of_them_must_wait_while_a_right_one_still_works() {
        Person.Answer own = taken(app.signedIn("miljoterapeut"));
        Person employer = app.visitor();
        Person.Answer unknown = employer.get("/kursbevis/0000-0000-0000-0000");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.one("#kode-trouble").text()).contains("Ingen kursbevis har denne koden");
        assertThat(unknown.one("#kode").attr("value")).isEqualTo("0000-0000-0000-0000");
        assertThat(employer.get("/kursbevis/tull").status()).isEqualTo(404);
        for (int i = 2; i < 20; i++) {
            assertThat(employer.get("/kursbevis/0000-0000-0000-00" + (10 + i)).status())
                    .isEqualTo(404);
        }
        Person.Answer wait = employer.get("/kursbevis/0000-0000-0000-0000");
        assertThat(wait.status()).isEqualTo(429);
        assertThat(wait.one("#kode-trouble").text()).contains("Vent et kvarter");
        assertThat(employer.get(publicPath(own)).heading()).isEqualTo("Kursbeviset er gyldig");
        app.clock().forward(Duration.ofMinutes(16));
        assertThat(employer.get("/kursbevis/0000-0000-0000-0000").status()).isEqualTo(404);
        assertThat(employer.get("/kursbevis?kode=K7").status()).isEqualTo(422);
        assertThat(employer.get("/kursbevis?kode=%20").status()).isEqualTo(422);
    }

    @Test
    void the_copy_of_own_data_holds_them_and_deletion_leaves_the_code_and_the_date() {
        Person ane = app.signedIn("miljoterapeut");
        Person.Answer own = taken(ane);
        String token = ane.get(own.path() + "/kursbevis.jwt").body();
        assertThat(ane.get("/min-side/mine-data/samtidig.json").text())
                .contains("\"certificate\"", code(own), "\"state\" : \"valid\"");
        assertThat(ane.get(MINE + "/kursbevis.csv").body())
                .contains(
                        code(own),
                        "%d:%02d"
                                .formatted(
                                        grunnmodul().minutes() / 60,
                                        grunnmodul().minutes() % 60),
                        "Gyldig");
        ane.post("/min-side/mine-data/slett", "sikker", "true");
        assertThat(ane.get(MINE).text()).contains("Du har ingen kursbevis ennå");
        assertThat(app.visitor().get(publicPath(own)).heading()).isEqualTo("Kursbeviset er trukket tilbake");
        assertThat(app.visitor()
                        .post("/kursbevis/kontroller", "tekst", token)
                        .one("#verdict")
                        .text())
                .isEqualTo("Gjelder ikke lenger");
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from certificate.certificate c where to_jsonb(c)::text ~ 'Ane|Elvetun|grunnmodul' or account is not null")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isZero();
    }
}
