package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server is there and says nothing: each of its processes is stopped, and later goes on. */
@Tag("faults")
@Tag("platform")
class HangingDatabaseTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk";

    @Test
    void who_needs_it_is_told_soon_the_rest_goes_on_and_it_all_comes_back_by_itself(@TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        .start();
                App app = App.start(
                        "--samtidig.database.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--samtidig.database.patience=1s");
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Person learner = app.signedIn("miljoterapeut");
            Element form = learner.get(STEP).one("form.reflection");
            List<ProcessHandle> processes = processes(folder.resolve("data/postmaster.pid"));
            signal("STOP", processes);
            Person.Answer away;
            try {
                // each of these answers comes while the server says nothing
                Future<Person.Answer> sent = many.submit(() -> learner.submit(form, "tekst", "Skrevet mens den hang."));
                List<Future<Person.Answer>> readers = Stream.generate(() -> many.submit(() -> learner.get("/min-side")))
                        .limit(20)
                        .toList();
                assertThat(app.visitor().get("/").status()).isEqualTo(200);
                for (Future<Person.Answer> it : readers) {
                    assertThat(it.get(1, TimeUnit.MINUTES).status()).isEqualTo(503);
                    assertThat(it.get(1, TimeUnit.MINUTES).heading()).isEqualTo("Databasen svarer ikke akkurat nå");
                }
                away = sent.get(1, TimeUnit.MINUTES);
                assertThat(away.status()).isEqualTo(503);
                assertThat(learner.get("/helse").text()).isEqualTo("nede");
                assertThat(learner.get("/helse/klar").text()).isEqualTo("ikke klar");
            } finally {
                signal("CONT", processes);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> app.visitor().get("/helse/klar").status() == 200);
            assertThat(learner.submit(away.one("main form")).status()).isEqualTo(200);
            assertThat(learner.get("/min-side/refleksjoner").page().text()).containsOnlyOnce("Skrevet mens den hang.");
        }
    }

    private static List<ProcessHandle> processes(Path pidFile) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> kill = Stream.concat(
                        Stream.of("kill", "-" + name), processes.stream().map(it -> Long.toString(it.pid())))
                .toList();
        new ProcessBuilder(kill).inheritIO().start().waitFor();
    }
}
