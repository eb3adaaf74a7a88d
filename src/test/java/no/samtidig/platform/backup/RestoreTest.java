package no.samtidig.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samtidig.App;
import no.samtidig.DataFromBefore;
import no.samtidig.TestDatabase;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.TestSecrets;
import no.samtidig.platform.database.DatabaseLogin;
import no.samtidig.platform.database.DatabaseSettings;
import no.samtidig.platform.database.NewPlace;
import no.samtidig.platform.database.UnfinishedRestore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is backed up comes back row by row, into an empty place, by a role that owns it and is nothing more. */
class RestoreTest {
    private static final Secrets KEY = TestSecrets.known();

    @TempDir
    Path folder;

    private static BackingUp backingUp(DatabaseLogin login) {
        return new BackingUp(login, KEY, Clock.systemUTC(), Progress.silent());
    }

    private static JdbcClient sql(DatabaseLogin login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    private static DatabaseSettings outside(DatabaseLogin owner) {
        return new DatabaseSettings(
                owner.url(),
                owner.username(),
                "",
                new DatabaseSettings.Owner("", ""),
                Path.of("unused"),
                4,
                Duration.ofMinutes(1));
    }

    private static Restoring.Restored restore(Path file, DatabaseLogin into) throws Exception {
        Restoring prepared = Restoring.prepare(file, KEY, false, Progress.silent());
        try (NewPlace place = NewPlace.of(outside(into))) {
            return prepared.into(place);
        }
    }

    private static Map<String, String> digests(DatabaseLogin login) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = login.open()) {
            for (Table table : Table.toBackUp(connection)) {
                RowDigest digest = new RowDigest();
                var rows = connection
                        .unwrap(org.postgresql.PGConnection.class)
                        .getCopyAPI()
                        .copyOut(table.copyOut());
                for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                    digest.add(row);
                }
                digests.put(table.name(), digest.value());
            }
        }
        return digests;
    }

    @Test
    void every_table_comes_back_as_it_was() throws Exception {
        DatabaseLogin from = TestDatabase.owner(App.demoWorld());
        sql(from)
                .sql("select setval('learning.answer_sequence_seq', 41)")
                .query()
                .listOfRows();
        BackingUp.Written written = backingUp(from).to(folder);
        assertThat(written.rows()).isGreaterThan(500);
        assertThat(Files.readString(written.file(), StandardCharsets.ISO_8859_1))
                .startsWith("Samtidig backup 1")
                .doesNotContain("sundvik", "access.account");

        DatabaseLogin into = TestDatabase.empty();
        assertThat(restore(written.file(), into).rows()).isEqualTo(written.rows());

        assertThat(digests(into)).isEqualTo(digests(from));
        assertThat(sql(into)
                        .sql("select count(*) from access.session")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> sql(into).sql("truncate access.audit").update())
                .hasMessageContaining("the audit log only grows");
        assertThat(sql(into)
                        .sql("select count(*) from pg_constraint where contype = 'f' and convalidated")
                        .query(Long.class)
                        .single())
                .isEqualTo(sql(from)
                        .sql("select count(*) from pg_constraint where contype = 'f'")
                        .query(Long.class)
                        .single());
        assertThat(sql(into)
                        .sql("select last_value from learning.answer_sequence_seq")
                        .query(Long.class)
                        .single())
                .isEqualTo(41);
        assertThat(sql(into)
                        .sql("select count(*) from pg_namespace where nspname = :mark")
                        .param("mark", UnfinishedRestore.SCHEMA)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_is_of_one_moment_while_people_write() throws Exception {
        DatabaseLogin from = TestDatabase.owner(TestDatabase.fresh());
        AtomicBoolean going = new AtomicBoolean(true);
        Thread writer = Thread.ofVirtual().start(() -> {
            JdbcClient sql = sql(from);
            while (going.get()) { // one statement: both rows or none
                sql.sql("""
                        with one as (select gen_random_uuid() as id), line as (
                            insert into access.audit (id, at, action, kind, subject)
                            select id, now(), 'signed in', 'account', id::text from one)
                        insert into platform.mail (id, key, recipient, subject, body, created, next_attempt)
                        select id, id::text, '', '', '', now(), now() from one
                        """).update();
            }
        });
        DatabaseLogin into = TestDatabase.empty();
        try {
            restore(backingUp(from).to(folder).file(), into);
        } finally {
            going.set(false);
            writer.join();
        }
        assertThat(sql(into)
                        .sql(
                                "select count(*) from platform.mail m full join access.audit a using (id) where m.id is null or a.id is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_backup_of_an_older_version_is_restored_to_it_and_then_migrated() throws Exception {
        DatabaseLogin from = TestDatabase.owner(DataFromBefore.restored());
        long rounds = sql(from)
                .sql("select count(*) from survey.round")
                .query(Long.class)
                .single();
        DatabaseLogin into = TestDatabase.empty();
        restore(backingUp(from).to(folder).file(), into);
        assertThat(sql(into)
                        .sql("select count(*) from survey.round")
                        .query(Long.class)
                        .single())
                .isEqualTo(rounds)
                .isPositive();
        assertThat(sql(into)
                        .sql("select count(*) from platform.erasure_due")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void only_an_empty_place_is_restored_into_and_one_that_was_left_unfinished_is_begun_anew() throws Exception {
        DatabaseLogin from = TestDatabase.owner(TestDatabase.fresh());
        Path file = backingUp(from).to(folder).file();
        DatabaseLogin into = TestDatabase.empty();
        sql(into).sql("create table mine (x int)").update();
        assertThatThrownBy(() -> restore(file, into))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("holds tables already");
        assertThat(sql(into)
                        .sql("select count(*) from pg_namespace where nspname = 'platform'")
                        .query(Long.class)
                        .single())
                .isZero();
        sql(into).sql("drop table mine").update();

        sql(into).sql("create schema unfinished_restore").update();
        sql(into).sql("create schema platform").update();
        sql(into).sql("create table platform.half (x int)").update();
        assertThatThrownBy(() -> App.start(
                        "--samtidig.database.url=" + into.url(), "--samtidig.database.username=" + into.username()))
                .hasStackTraceContaining("was not finished");
        restore(file, into);
        assertThat(digests(into)).isEqualTo(digests(from));
        assertThatThrownBy(() -> restore(file, into)).isInstanceOf(StartProblem.class);
    }

    @Test
    void two_restores_into_one_database_do_not_undo_each_other() throws Exception {
        Path file =
                backingUp(TestDatabase.owner(TestDatabase.fresh())).to(folder).file();
        DatabaseLogin into = TestDatabase.empty();
        try (Connection first = into.open();
                Statement statement = first.createStatement()) {
            statement.execute("select pg_advisory_lock(" + Restoring.ONE_AT_A_TIME + ")");
            assertThatThrownBy(() -> restore(file, into))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Another restore into this database is under way");
        }
        assertThat(restore(file, into).tables()).isPositive();
    }

    @Test
    void the_journal_in_the_folder_of_the_settings_counts_where_the_backup_lies_elsewhere() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Path file = backingUp(TestDatabase.owner(TestDatabase.fresh()))
                .to(elsewhere)
                .file();
        new ErasureJournal(folder)
                .add(List.of(new ErasureJournal.Entry(
                        java.util.UUID.randomUUID(), "account", "ab".repeat(32), java.time.LocalDate.EPOCH)));
        Restoring prepared = Restoring.prepare(file, java.util.Optional.of(folder), KEY, false, Progress.silent());
        try (NewPlace place = NewPlace.of(outside(TestDatabase.empty()))) {
            assertThat(prepared.into(place).due()).isOne();
        }
    }

    @Test
    void what_cannot_be_restored_is_refused_before_the_place_is_touched() throws Exception {
        Path file =
                backingUp(TestDatabase.owner(TestDatabase.fresh())).to(folder).file();
        assertThatThrownBy(() -> BackupFile.open(file, TestSecrets.other()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("needs the secret key " + KEY.fingerprint());

        DatabaseLogin newer = TestDatabase.owner(TestDatabase.fresh());
        sql(newer).sql("""
                insert into platform.flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success)
                values (100000, '29990101.0000', '', 'SQL', '', '', 0, true)
                """).update();
        Path fromNewer = backingUp(newer).to(folder).file();
        assertThatThrownBy(() -> Restoring.prepare(fromNewer, KEY, false, Progress.silent()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("a newer version");
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> Restoring.prepare(
                        changed(bytes, "migration: 2026", "migration: 2999"), KEY, false, Progress.silent()))
                .isInstanceOf(DamagedBackupException.class);
        assertThatThrownBy(() -> Restoring.prepare(
                        changed(bytes, "Samtidig backup 1", "Samtidig backup 2"), KEY, false, Progress.silent()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("a newer form");
        assertThatThrownBy(() ->
                        Restoring.prepare(changed(bytes, "made: 2026", "made: 2025"), KEY, false, Progress.silent()))
                .isInstanceOf(DamagedBackupException.class);

        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length - 40));
        assertThatThrownBy(() -> Restoring.prepare(cut, KEY, false, Progress.silent()))
                .isInstanceOf(DamagedBackupException.class);
        Path other = Files.writeString(folder.resolve("other"), "something else\n\n");
        assertThatThrownBy(() -> Restoring.prepare(other, KEY, false, Progress.silent()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("is not a backup");

        Files.delete(folder.resolve(ErasureJournal.NAME));
        assertThatThrownBy(() -> Restoring.prepare(file, KEY, false, Progress.silent()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("journal of erasures");
        Restoring.prepare(file, KEY, true, Progress.silent());
    }

    private Path changed(byte[] bytes, String before, String after) throws Exception {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(before);
        return Files.write(
                folder.resolve("changed"), text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void erasures_are_known_from_the_journal_and_from_later_backups() throws Exception {
        DatabaseLogin from = TestDatabase.owner(TestDatabase.fresh());
        Path before = backingUp(from).to(folder).file();
        erasure(from);
        backingUp(from).to(folder);
        Files.delete(folder.resolve(ErasureJournal.NAME));
        DatabaseLogin first = TestDatabase.empty();
        Restoring prepared = Restoring.prepare(before, KEY, true, Progress.silent());
        try (NewPlace place = NewPlace.of(outside(first))) {
            assertThat(prepared.into(place).due()).isOne();
        }
        Path after = backingUp(from).to(folder).file(); // writes the journal again
        assertThat(Restoring.prepare(after, KEY, false, Progress.silent())).isNotNull();
        assertThat(restore(after, TestDatabase.empty()).due()).isZero();
        erasure(from);
        new ErasureJournal(folder)
                .add(List.of(new ErasureJournal.Entry(
                        java.util.UUID.randomUUID(), "account", "ab".repeat(32), java.time.LocalDate.EPOCH)));
        Files.writeString(folder.resolve(ErasureJournal.NAME), "3b1f cut o", java.nio.file.StandardOpenOption.APPEND);
        assertThat(restore(before, TestDatabase.empty()).due()).isEqualTo(2);
    }

    private static void erasure(DatabaseLogin in) throws Exception {
        try (Connection connection = in.open();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into platform.erasure (id, kind, mark, day)"
                    + " values (gen_random_uuid(), 'account', decode(repeat('cd', 32), 'hex'), current_date)");
        }
    }

    @Test
    void the_nightly_backup_is_taken_by_the_applications_own_role_and_written_down() throws Exception {
        DatabaseLogin owner = TestDatabase.owner(App.demoWorld());
        DatabaseLogin application = new DatabaseLogin(owner.url(), "samtidig", "");
        BackupSettings settings = new BackupSettings(folder.toString(), 3, 14, 8);
        BackupJob job = new BackupJob(application, KEY, settings, Clock.systemUTC());
        Backups backups = new Backups(sql(application), settings);
        job.run();
        Backups.Run good = backups.lastBackup().orElseThrow();
        assertThat(good.good()).isTrue();
        assertThat(Files.size(folder.resolve(good.file()))).isEqualTo(good.bytes());
        assertThat(restore(folder.resolve(good.file()), TestDatabase.empty()).rows())
                .isEqualTo(good.rows());

        try (var _ = new BackupFolder(folder).take()) {
            assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(backups.lastBackup().orElseThrow().good()).isFalse();
        assertThat(backups.lastGoodBackup()).contains(good);
        assertThat(backups.lastDrill()).isEmpty();
        assertThat(backups.scheduled()).isTrue();
    }

    @Test
    void the_drills_way_in_exists_in_a_drill_only() {
        assertThat(App.shared()
                        .visitor()
                        .post("/gjenopprettingsovelse", "ord", "")
                        .status())
                .isEqualTo(404);
        DrillPass pass = new DrillPass();
        String word = pass.word();
        assertThat(pass.use(word)).isTrue();
        assertThat(pass.use(word)).isFalse();
        assertThat(pass.use("")).isFalse();
        DrillPass tried = new DrillPass();
        String lost = tried.word();
        assertThat(tried.use("guess")).isFalse();
        assertThat(tried.use(lost)).as("a wrong word uses it up").isFalse();
    }
}
