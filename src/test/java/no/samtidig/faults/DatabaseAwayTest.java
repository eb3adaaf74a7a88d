package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while somebody writes, and comes back. */
@Tag("faults")
@Tag("platform")
@Proves(Promise.NEVER_LOST)
class DatabaseAwayTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk";

    private static EmbeddedPostgres server(Path folder, int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    void what_was_typed_is_given_back_and_can_be_sent_when_the_database_is_back(@TempDir Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        EmbeddedPostgres before = server(folder, port);
        try (App app = App.start("--samtidig.database.url=" + before.getJdbcUrl("postgres", "postgres"))) {
            Person learner = app.signedIn("miljoterapeut");
            Element form = learner.get(STEP).one("form.reflection");
            before.close();
            Person.Answer away = learner.submit(form, "tekst", "Dette skal ikke bli borte.");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.heading()).isEqualTo("Databasen svarer ikke akkurat nå");
            assertThat(away.text()).doesNotContainIgnoringCase("sql").doesNotContain("Exception");
            assertThat(away.one(".error-page__reference code").text()).matches("[A-Z2-9]{6}");
            assertThat(away.one("textarea[name=tekst]").wholeText()).isEqualTo("Dette skal ikke bli borte.");
            assertThat(app.visitor().get("/helse").status()).isEqualTo(503);
            try (EmbeddedPostgres _ = server(folder, port)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> app.visitor().get("/helse").status() == 200);
                Person.Answer back = learner.submit(away.one("main form"));
                assertThat(back.status()).isEqualTo(200);
                assertThat(learner.get("/min-side/refleksjoner").text()).contains("Dette skal ikke bli borte.");
            }
        }
    }
}
