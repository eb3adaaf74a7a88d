package no.samtidig.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.samtidig.TestDatabase;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.TestSecrets;
import no.samtidig.platform.database.DatabaseLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What happens while a backup is under way: somebody is erased, the database goes away. And places that cannot be written. */
class BackupUnderWayTest {
    private static final Secrets KEY = TestSecrets.known();
    private static final String MARK = "cd".repeat(32);

    @TempDir
    Path folder;

    private final DatabaseLogin from = TestDatabase.owner(TestDatabase.fresh());

    private BackingUp.Written backUp(Path to) throws Exception {
        return new BackingUp(from, KEY, Clock.systemUTC(), Progress.silent()).to(to);
    }

    private interface Meanwhile {
        void happens(JdbcClient sql, int backup) throws Exception;
    }

    /** Stops a backup before one of its last tables, lets something happen, and lets the backup go on. */
    private Future<BackingUp.Written> interrupted(Meanwhile meanwhile) throws Exception {
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(from.url(), from.username(), ""));
        try (Connection holder = from.open();
                Statement statement = holder.createStatement();
                var backups = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("lock table survey.round");
            Future<BackingUp.Written> backup = backups.submit(() -> backUp(folder));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            List<Integer> waiting = List.of();
            while (waiting.isEmpty() && System.nanoTime() < end) {
                waiting = sql.sql("select pid from pg_locks where relation = 'survey.round'::regclass and not granted")
                        .query(Integer.class)
                        .list();
            }
            meanwhile.happens(sql, waiting.getFirst());
            holder.rollback();
            backups.shutdown();
            assertThat(backups.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            return backup;
        }
    }

    @Test
    void whoever_is_erased_meanwhile_does_not_come_back_with_that_backup() throws Exception {
        Path file = interrupted((sql, _) -> sql.sql("""
                        insert into platform.erasure (id, kind, mark, day)
                        values (gen_random_uuid(), 'account', decode(:mark, 'hex'), current_date)
                        """).param("mark", MARK).update())
                .get()
                .file();
        assertThat(BackupFile.open(file, KEY).erasures()).as("it is of before").isEmpty();
        assertThat(Files.readString(folder.resolve(ErasureJournal.NAME))).contains(MARK);
    }

    @Test
    void a_database_that_goes_away_meanwhile_is_told_and_nothing_is_left() throws Exception {
        Future<BackingUp.Written> backup = interrupted((sql, pid) -> sql.sql("select pg_terminate_backend(:pid)")
                .param("pid", pid)
                .query(Boolean.class)
                .single());
        assertThatThrownBy(backup::get)
                .isInstanceOf(ExecutionException.class)
                .satisfies(
                        it -> assertThat(OperatorCommands.sentence((Exception) Objects.requireNonNull(it.getCause())))
                                .startsWith("The database does not answer, or went away"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactly("backup.lock");
        }
    }

    @Test
    void a_place_that_cannot_be_written_is_told_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path place : List.of(file, file.resolve("below"))) {
            assertThatThrownBy(() -> backUp(place))
                    .isInstanceOf(IOException.class)
                    .satisfies(it -> assertThat(OperatorCommands.sentence((Exception) it))
                            .startsWith("The file system refuses ")
                            .doesNotContain("Exception"));
        }
    }

    /** Each bit counts: also those in the open, and those that say how long a chunk is. */
    @Test
    void whichever_bit_is_changed_and_wherever_it_is_cut_off_is_told() throws Exception {
        Path file = backUp(folder).file();
        byte[] whole = Files.readAllBytes(file);
        Path bad = folder.resolve("bad");
        for (int at = 0; at < whole.length; at += at < 300 ? 1 : 1 + whole.length / 40) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(bad, changed);
            assertThatThrownBy(() -> Restoring.prepare(bad, KEY, false, Progress.silent()))
                    .as("byte " + at)
                    .isInstanceOfAny(StartProblem.class, DamagedBackupException.class);
            Files.write(bad, java.util.Arrays.copyOf(whole, at));
            assertThatThrownBy(() -> Restoring.prepare(bad, KEY, false, Progress.silent()))
                    .as("cut off at " + at)
                    .isInstanceOfAny(StartProblem.class, DamagedBackupException.class);
        }
    }
}
