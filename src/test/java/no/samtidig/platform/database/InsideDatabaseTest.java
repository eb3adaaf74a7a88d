package no.samtidig.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import no.samtidig.platform.StartProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database inside the application keeps its data, and one application has a folder to itself. */
@Tag("faults")
class InsideDatabaseTest {
    @Test
    void a_second_start_on_the_same_folder_keeps_everything(@TempDir Path folder) throws Exception {
        try (InsideDatabase first = InsideDatabase.start(folder)) {
            run(first, "create table kept (x int)");
        }
        try (InsideDatabase second = InsideDatabase.start(folder)) {
            run(second, "insert into kept values (1)");
        }
    }

    @Test
    void a_folder_in_use_is_told_in_one_sentence(@TempDir Path folder) throws Exception {
        try (InsideDatabase _ = InsideDatabase.start(folder)) {
            assertThatThrownBy(() -> InsideDatabase.start(folder))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("in use by another Samtidig");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> InsideDatabase.start(file))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("cannot be written");
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void a_server_that_was_killed_is_started_again_on_the_same_port_and_keeps_everything(@TempDir Path folder)
            throws Exception {
        try (InsideDatabase database = InsideDatabase.start(folder)) {
            run(database, "create table kept (x int)");
            ProcessHandle before = server(folder);
            before.destroyForcibly();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!answers(database) && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            run(database, "insert into kept values (1)");
            assertThat(server(folder)).isNotEqualTo(before);
        }
    }

    @Test
    void a_server_that_was_closed_stays_closed(@TempDir Path folder) throws Exception {
        InsideDatabase database = InsideDatabase.start(folder);
        database.close();
        Thread.sleep(2_500); // longer than the watch waits
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(answers(database)).isFalse();
    }

    private static ProcessHandle server(Path folder) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                        .getFirst()))
                .orElseThrow();
    }

    private static boolean answers(InsideDatabase database) {
        try {
            run(database, "select 1");
            return true;
        } catch (Exception _) {
            return false;
        }
    }

    private static void run(InsideDatabase database, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
