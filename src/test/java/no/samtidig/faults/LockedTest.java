package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table is locked and nobody lets go of it: what needs it says so soon, and all else goes on. Each answer here comes while the lock is held. */
@Tag("faults")
@Tag("platform")
class LockedTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk";
    private static final String NOTES = "/min-side/refleksjoner";

    private static final String DATABASE = App.demoWorld();
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("--samtidig.database.url=" + DATABASE, "--samtidig.database.patience=1s");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static <T> T whileLocked(String table, Callable<T> doing) throws Exception {
        try (Connection connection = DriverManager.getConnection(DATABASE, "postgres", "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            return doing.call();
        }
    }

    @Test
    void a_form_that_needs_it_comes_back_with_what_was_typed_and_can_be_sent_afterwards() throws Exception {
        Person learner = app.signedIn("miljoterapeut");
        Element form = learner.get(STEP).one("form.reflection");
        Person.Answer busy =
                whileLocked("learning.note", () -> learner.submit(form, "tekst", "Dette skal ikke bli borte."));
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.heading()).isEqualTo("Dette tok for lang tid");
        assertThat(busy.header("retry-after")).isEqualTo("5");
        assertThat(busy.one("textarea[name=tekst]").wholeText()).isEqualTo("Dette skal ikke bli borte.");
        assertThat(learner.submit(busy.one("main form")).status()).isEqualTo(200);
        assertThat(learner.get(NOTES).text()).contains("Dette skal ikke bli borte.");
    }

    @Test
    void however_many_wait_for_it_everybody_else_reads_on() throws Exception {
        Person waiting = app.signedIn("behandler");
        Person other = app.signedIn("kursholder");
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            whileLocked("learning.note", () -> {
                List<Future<Person.Answer>> first = Stream.generate(() -> many.submit(() -> waiting.get(NOTES)))
                        .limit(30)
                        .toList();
                for (Future<Person.Answer> it : first) {
                    assertThat(it.get().status()).isEqualTo(503);
                }
                // the route is known to be jammed by now: thirty more hold up nobody
                List<Future<Person.Answer>> more = Stream.generate(() -> many.submit(() -> waiting.get(NOTES)))
                        .limit(30)
                        .toList();
                for (int i = 0; i < 20; i++) {
                    assertThat(other.get("/moduler").status()).isEqualTo(200);
                    assertThat(other.get("/helse").status()).isEqualTo(200);
                }
                for (Future<Person.Answer> it : more) {
                    assertThat(it.get().heading()).isEqualTo("Dette tok for lang tid");
                }
                return true;
            });
        }
        assertThat(waiting.get(NOTES).status()).as("and all is well afterwards").isEqualTo(200);
    }

    @Test
    void health_and_open_pages_ask_for_no_session_even_where_the_browser_brings_one() throws Exception {
        Person learner = app.signedIn("miljoterapeut");
        whileLocked("access.session", () -> {
            assertThat(learner.get("/helse").text()).isEqualTo("oppe");
            assertThat(learner.get("/helse/klar").text()).isEqualTo("klar");
            assertThat(learner.get("/min-side").status()).isEqualTo(503);
            assertThat(app.visitor().get("/").status()).isEqualTo(200);
            return true;
        });
    }
}
