package no.samtidig.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AuditAction;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Reading the audit log, and who sees that somebody looked at them. */
@RenewedApp(eachTest = true)
class LogTest {
    private static final String LOG = "/forvaltning/logg";

    private static final App app = App.shared();

    private static String rows(Person.Answer page) {
        return page.page().select("tbody tr").text();
    }

    @Test
    void the_log_is_found_by_person_place_topic_and_days_and_reading_it_is_a_line_too() {
        Person leader = app.signedIn("enhetsleder");
        leader.get("/enheten/ansatte");
        app.signedIn("behandler");
        Person administrator = app.signedIn("administrator");
        assertThat(rows(administrator.get(LOG)))
                .contains("Maren Fjellheim Så hva de ansatte har fullført Elvetun døgnenhet")
                .contains("Jonas Myrvang Logget inn Jonas Myrvang");
        assertThat(rows(administrator.get(LOG + "?q=jonas")))
                .contains("Jonas Myrvang Logget inn")
                .doesNotContain("Maren");
        assertThat(rows(administrator.get(LOG + "?q=samira")))
                .as("whom it is about")
                .contains("Maren Fjellheim Så hva");
        assertThat(rows(administrator.get(LOG + "?sted=no.sundvik_sykehus_hf")))
                .contains("Så hva de ansatte har fullført")
                .doesNotContain("Logget inn");
        assertThat(rows(administrator.get(LOG + "?sted=no.sundvik_sykehus_hf.sundvik_dps")))
                .doesNotContain("Så hva");
        assertThat(rows(administrator.get(LOG + "?tema=innlogging")))
                .contains("Logget inn")
                .doesNotContain("Så hva");
        administrator.get("/forvaltning/epost");
        assertThat(rows(administrator.get(LOG + "?tema=epost")))
                .contains("Så listen over e-post")
                .doesNotContain("Logget inn");
        for (String topic : new String[] {"steder", "jobber", "kursbevis"}) {
            assertThat(rows(administrator.get(LOG + "?tema=" + topic)))
                    .as(topic)
                    .isEmpty();
        }
        assertThat(rows(administrator.get(LOG + "?til=2020-01-01"))).isEmpty();
        assertThat(rows(administrator.get(LOG + "?fra=2020-01-01&tema=innsyn"))).contains("Leste loggen");
        Person.Answer wrong = administrator.get(LOG + "?fra=i+gar&q=jonas");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(administrator.form(wrong, "Finn").fault("Fra og med")).contains("år, måned og dag");
        assertThat(administrator.form(wrong, "Finn").value("Navn eller e-postadresse"))
                .isEqualTo("jonas");
        assertThat(administrator.get(LOG + "?fra=2026-02-02&til=2026-02-01").status())
                .isEqualTo(422);
        assertThat(administrator.get(LOG + ".csv?q=jonas").body())
                .contains("Logget inn")
                .doesNotContain("Maren");
    }

    @Test
    void the_log_says_whether_it_is_whole() {
        Person administrator = app.signedIn("administrator");
        assertThat(administrator.get(LOG).text()).contains("Loggen er ikke kontrollert ennå");
        assertThat(administrator
                        .form(administrator.get(LOG), "Kontroller nå")
                        .send()
                        .text())
                .contains("Ingen feil funnet i loggen");
        app.asOwner().sql("""
                        set session_replication_role = replica;
                        update access.audit set subject = 'x' where action = 'signed in';
                        set session_replication_role = origin
                        """).update();
        assertThat(administrator
                        .form(administrator.get(LOG), "Kontroller nå")
                        .send()
                        .text())
                .contains("Loggen er ikke hel")
                .contains("En linje er endret (linje fra");
        assertThat(administrator.get("/forvaltning").text()).contains("Loggen er ikke hel: 1 feil");
    }

    @Test
    void each_sees_who_looked_at_them_on_the_page_and_in_the_file() {
        Person leader = app.signedIn("enhetsleder");
        Person staff = app.signedIn("miljoterapeut");
        Person elsewhere = app.signedIn("behandler");
        assertThat(staff.get("/min-side/mine-data").text()).contains("Ingen har slått deg opp ennå");
        leader.get("/enheten/ansatte");
        leader.get("/enheten/fullfort.csv");
        Person.Answer own = staff.get("/min-side/mine-data");
        assertThat(own.text())
                .contains("Så hva du har fullført Maren Fjellheim")
                .contains("Lastet ned hva du har fullført Maren Fjellheim");
        assertThat(elsewhere.get("/min-side/mine-data").text()).contains("Ingen har slått deg opp ennå");
        assertThat(leader.get("/min-side/mine-data").text())
                .as("oneself does not count")
                .contains("Ingen har slått deg opp ennå");
        assertThat(staff.get("/min-side/mine-data/samtidig.json").body())
                .contains("audit_about")
                .contains("Maren Fjellheim");
    }

    @Test
    void nobody_but_an_administrator_reads_the_log() {
        for (String role :
                List.of("miljoterapeut", "enhetsleder", "regional-kontakt", "prosjektleder", "fagredaktor")) {
            Person other = app.signedIn(role);
            for (String path : List.of(LOG, LOG + ".csv")) {
                assertThat(other.get(path).status()).as(role + " " + path).isEqualTo(404);
            }
            assertThat(other.post(LOG + "/kontroller").status()).isEqualTo(404);
        }
        assertThat(app.visitor().get(LOG).path()).isEqualTo("/logg-inn");
    }

    @Test
    void whatever_the_log_can_say_has_words() throws Exception {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(AuditAction.class));
        ResourceBundle texts =
                ResourceBundle.getBundle("no.samtidig.administration.texts", Locale.forLanguageTag("nb"));
        for (var found : scan.findCandidateComponents("no.samtidig")) {
            Object[] constants = Class.forName(found.getBeanClassName()).getEnumConstants();
            Stream.of(constants == null ? new Object[0] : constants)
                    .map(AuditAction.class::cast)
                    .forEach(it -> assertThat(texts.containsKey(
                                    "log." + it.kind() + "." + it.code().replace(' ', '-')))
                            .as("words for «" + it.code() + "» of " + it.kind())
                            .isTrue());
        }
    }

    @Test
    void every_job_has_words() throws Exception {
        ResourceBundle texts =
                ResourceBundle.getBundle("no.samtidig.administration.texts", Locale.forLanguageTag("nb"));
        Pattern job = Pattern.compile("Tasks\\s*\\.recurring\\(\\s*\"([a-z-]+)\"");
        List<String> jobs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                job.matcher(Files.readString(file)).results().forEach(it -> jobs.add(it.group(1)));
            }
        }
        assertThat(jobs).hasSizeGreaterThan(15);
        assertThat(jobs)
                .allSatisfy(it -> assertThat(texts.containsKey("job." + it))
                        .as("words for the job " + it)
                        .isTrue());
    }
}
