package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Killable;
import no.samtidig.Samtidig;
import no.samtidig.TestDatabase;
import no.samtidig.platform.backup.OperatorCommands;
import no.samtidig.platform.database.DatabaseLogin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup and a restore that are killed, and a disk that is full: nothing is taken for whole that is not, and the next try goes well. */
@Tag("faults")
@Tag("platform")
class BackupKilledTest {
    private static final String KEY =
            "--samtidig.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]);

    private static int operator(String... arguments) {
        return OperatorCommands.run(
                Stream.concat(Arrays.stream(arguments), Stream.of(KEY)).toArray(String[]::new), Samtidig.class);
    }

    /** The same in a process of its own, to be killed. */
    private static Process started(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "no.samtidig.Samtidig"));
        command.addAll(List.of(arguments));
        command.add(KEY);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private interface Seen {
        boolean yet() throws IOException;
    }

    private static void await(Process process, Path log, Seen seen) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!seen.yet()) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(log))
                    .isTrue();
            Thread.sleep(10);
        }
    }

    private static List<Path> ending(Path folder, String how) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(how)).toList();
        }
    }

    @Test
    void a_backup_and_a_restore_that_are_killed_leave_nothing_that_is_taken_for_whole(@TempDir Path folder)
            throws Exception {
        String database = App.demoWorld();
        DatabaseLogin owner = TestDatabase.owner(database);
        Path log = folder.resolve("log");
        Path backups = folder.resolve("backups");
        String url = "--samtidig.database.url=" + database;
        assertThat(operator("backup", "--to", backups.toString(), url)).isZero();
        Path older = ending(backups, ".backup").getFirst();
        byte[] before = Files.readAllBytes(older);

        try (Connection holder = DriverManager.getConnection(owner.url(), "postgres", "");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table survey.round"); // one of the last tables
            Process backup = started(log, "backup", "--to", backups.toString(), url);
            await(backup, log, () -> !ending(backups, ".part").isEmpty());
            backup.destroyForcibly().waitFor();
        }
        assertThat(ending(backups, ".backup")).containsExactly(older);
        assertThat(operator("backup", "--to", backups.toString(), url)).isZero();
        assertThat(ending(backups, ".part")).isEmpty();
        assertThat(ending(backups, ".backup")).hasSize(2);
        assertThat(Files.readAllBytes(older)).isEqualTo(before);

        Path data = folder.resolve("data");
        String[] restore = {"restore", older.toString(), "--data", data.toString()};
        Process killed = started(log, restore);
        await(killed, log, () -> Files.readString(log).contains("Loading"));
        killed.destroyForcibly().waitFor();
        assertThat(data.resolve("postgres")).doesNotExist();
        Process start = started(log, "--samtidig.database.directory=" + data, "--server.port=0");
        assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("Samtidig cannot start: A restore", "was not finished");

        assertThat(operator(restore)).isZero();
        assertThat(data.resolve("restoring")).doesNotExist();
        Files.writeString(data.resolve("secret.key"), KEY.substring(KEY.indexOf('=') + 1));
        try (Killable app = Killable.start(data)) {
            assertThat(app.database()
                            .sql("select count(*) from access.account")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(operator("backup", "--to", backups.toString(), "--data", data.toString()))
                    .as("while the application runs")
                    .isZero();
        }
        assertThat(operator("restore", "--drill", "--data", data.toString(), "--samtidig.backup.folder=" + backups))
                .isZero();
        try (Killable app = Killable.start(data)) {
            assertThat(app.database()
                            .sql("select kind || ' ' || good from platform.backup_run order by at")
                            .query(String.class)
                            .list())
                    .endsWith("backup true", "drill true");
        }
    }

    @Test
    void a_restore_into_an_outside_database_that_is_killed_begins_anew(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        assertThat(operator("backup", "--to", folder.toString(), "--samtidig.database.url=" + App.demoWorld()))
                .isZero();
        DatabaseLogin into = TestDatabase.empty();
        String[] place = {"--samtidig.database.url=" + into.url(), "--samtidig.database.username=" + into.username()};
        String[] restore = {"restore", ending(folder, ".backup").getFirst().toString(), place[0], place[1]};
        for (String moment : List.of("Making the tables", "Loading", "Migrating to today")) {
            Process killed = started(log, restore);
            await(killed, log, () -> Files.readString(log).contains(moment));
            killed.destroyForcibly().waitFor();
        }
        Process start = started(log, place[0], place[1], "--server.port=0");
        assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("Samtidig cannot start: A restore", "was not finished");

        for (int tries = 1; operator(restore) != 0; tries++) { // until the server noticed that the killed one is gone
            assertThat(tries).isLessThan(20);
            Thread.sleep(500);
        }
        try (App app = App.start(place)) {
            assertThat(app.visitor().get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void a_full_disk_is_told_in_one_sentence_and_the_older_backups_stay(@TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()).start();
        assumeTrue(mount.waitFor() == 0, "a small file system can only be mounted by root");
        try {
            String url = "--samtidig.database.url=" + App.demoWorld();
            Path older = Files.writeString(disk.resolve("samtidig-20261101T020000000Z.backup"), "x".repeat(250_000));
            Path log = folder.resolve("log");
            assertThat(started(log, "backup", "--to", disk.toString(), url).waitFor())
                    .isEqualTo(1);
            assertThat(Files.readString(log).lines().filter(it -> it.startsWith("Samtidig cannot")))
                    .singleElement()
                    .asString()
                    .contains("There is no room left", "older ones are untouched");
            assertThat(ending(disk, ".part")).isEmpty();
            assertThat(ending(disk, ".backup")).containsExactly(older);
            assertThat(Files.size(older)).isEqualTo(250_000);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }
}
