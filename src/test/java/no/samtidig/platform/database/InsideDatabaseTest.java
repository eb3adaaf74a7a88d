package no.samtidig.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Test
    void nobody_gets_in_without_the_password_and_the_applications_role_owns_nothing(@TempDir Path folder)
            throws Exception {
        try (InsideDatabase database = InsideDatabase.start(folder)) {
            refusesStrangers(database, folder);
        }
    }

    @Test
    void a_folder_that_trusted_everybody_is_changed_at_its_first_start(@TempDir Path folder) throws Exception {
        try (InsideDatabase first = InsideDatabase.start(folder)) {
            run(first, "create table kept (x int)");
        }
        Files.writeString(folder.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        Files.delete(folder.resolve("database.password"));
        try (InsideDatabase second = InsideDatabase.start(folder)) {
            run(second, "insert into kept values (1)");
            refusesStrangers(second, folder);
        }
    }

    private static void refusesStrangers(InsideDatabase database, Path folder) throws Exception {
        String url = database.owner().url();
        for (String role : new String[] {"postgres", "samtidig"}) {
            for (String password : new String[] {"", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, role, password))
                        .as("%s with %s", role, password)
                        .hasMessageContaining("password");
            }
        }
        try (Connection connection = database.application().open();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table mine (x int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create role another superuser"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String inside : new String[] {"bin", "postgres"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(inside))))
                    .as(inside)
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.password"))))
                .isEqualTo("rw-------");
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
        try (Connection connection = database.owner().open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
