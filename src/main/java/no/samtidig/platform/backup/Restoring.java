package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.database.DatabaseLogin;
import no.samtidig.platform.database.NewPlace;
import no.samtidig.platform.database.UnfinishedRestore;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Brings a backup back into an empty place: the migrations up to the backup's own, its rows, a look at every one of them, then the
 * migrations since. Until all of that is done the place carries a mark, and no application starts on it.
 */
final class Restoring {
    static final long ONE_AT_A_TIME = 7_230_013; // any number that nothing else takes

    private final Path file;
    private final BackupFile backup;
    private final List<ErasureJournal.Entry> due;
    private final Progress progress;

    private Restoring(Path file, BackupFile backup, List<ErasureJournal.Entry> due, Progress progress) {
        this.file = file;
        this.backup = backup;
        this.due = due;
        this.progress = progress;
    }

    /**
     * What was brought back.
     *
     * @param due erasures since the backup was made, to be done again at the next start
     */
    record Restored(BackupHeader header, int tables, long rows, int due) {}

    /**
     * Looks at everything that can be looked at before a place is touched.
     *
     * @param withoutJournal whether it is known that nobody was erased since, or accepted that they come back
     */
    static Restoring prepare(Path file, Secrets secrets, boolean withoutJournal, Progress progress) throws IOException {
        return prepare(file, Optional.empty(), secrets, withoutJournal, progress);
    }

    /**
     * The same, where the settings name a folder for backups: its journal counts too.
     *
     * @param folder of the settings
     */
    static Restoring prepare(
            Path file, Optional<Path> folder, Secrets secrets, boolean withoutJournal, Progress progress)
            throws IOException {
        BackupFile backup = BackupFile.open(file, secrets);
        List<ErasureJournal.Entry> held = backup.erasures(); // from here on, what it says of itself can be trusted
        Set<String> known = Program.migrations();
        String newest = backup.header().migration();
        if (!known.contains(newest)) {
            boolean newer = known.stream().allMatch(it -> Program.BY_NUMBER.compare(it, newest) < 0);
            throw new StartProblem(
                    "The backup was made by " + (newer ? "a newer" : "another") + " version of Samtidig ("
                            + backup.header().application() + ", migration " + newest + ").",
                    "Restore it with that version, or a later one.");
        }
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("")));
        folder.ifPresent(it -> folders.add(it.toAbsolutePath()));
        List<ErasureJournal.Entry> due = known(folders, secrets, withoutJournal, progress).stream()
                .filter(it -> held.stream().noneMatch(had -> had.id().equals(it.id())))
                .toList();
        backup.check(progress);
        return new Restoring(file, backup, due, progress);
    }

    /** What the journals and the backups in these folders know of; whichever is newer, since a clock may be set back. */
    private static Collection<ErasureJournal.Entry> known(
            Set<Path> folders, Secrets secrets, boolean withoutJournal, Progress progress) throws IOException {
        if (!withoutJournal && folders.stream().noneMatch(it -> new ErasureJournal(it).exists())) {
            throw new StartProblem(
                    "The journal of erasures (" + ErasureJournal.NAME + ") is not beside the backup:"
                            + " whoever was erased since would be back.",
                    "Put the newest journal there, or add --without-journal if there is none.");
        }
        Map<UUID, ErasureJournal.Entry> all = new LinkedHashMap<>();
        for (Path folder : folders) {
            new ErasureJournal(folder).read().forEach(it -> all.put(it.id(), it));
            for (Path other : new BackupFolder(folder).backups()) {
                known(other, secrets, progress).forEach(it -> all.put(it.id(), it));
            }
        }
        return all.values();
    }

    private static List<ErasureJournal.Entry> known(Path other, Secrets secrets, Progress progress) {
        try {
            return BackupFile.open(other, secrets).erasures();
        } catch (StartProblem | IOException unreadable) {
            progress.begin("Passing over " + other.getFileName() + ", which cannot be read");
            return List.of();
        }
    }

    /**
     * Fills the place.
     *
     * @throws StartProblem if it is not empty
     */
    Restored into(NewPlace place) throws IOException, SQLException {
        DatabaseLogin owner = place.owner();
        Manifest manifest;
        try (Connection connection = owner.open()) {
            begin(connection);
            progress.begin("Making the tables of " + backup.header().migration());
            flyway(owner).target(backup.header().migration()).load().migrate();
            manifest = load(connection);
            progress.begin("Migrating to today");
            flyway(owner).load().migrate();
            finish(connection);
        }
        place.keep();
        return new Restored(backup.header(), manifest.tables().size(), manifest.rows(), due.size());
    }

    private static FluentConfiguration flyway(DatabaseLogin owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.username().isEmpty() ? null : owner.username(), owner.password())
                .locations("classpath:db/migration")
                .schemas("platform");
    }

    private static void begin(Connection connection) throws SQLException {
        if (!texts(connection, "select pg_try_advisory_lock(" + ONE_AT_A_TIME + ")::text")
                .equals(List.of("true"))) {
            throw new StartProblem(
                    "Another restore into this database is under way, or one that was killed has not ended yet.",
                    "Wait a minute and try again.");
        }
        if (UnfinishedRestore.in(connection)) {
            for (String schema : texts(connection, """
                    select quote_ident(nspname) from pg_namespace
                    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                    order by nspname = '%s'
                    """.formatted(UnfinishedRestore.SCHEMA))) { // the mark goes last
                run(connection, "drop schema " + schema + " cascade");
            }
        }
        if (!Table.all(connection).isEmpty()) {
            throw new StartProblem(
                    "The database holds tables already.",
                    "A restore only goes into an empty place: make a new database, and name it in samtidig.database.url.");
        }
        run(connection, "create schema " + UnfinishedRestore.SCHEMA);
    }

    private Manifest load(Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        List<ForeignKey> keys = foreignKeys(connection);
        List<Table> tables = Table.all(connection);
        for (ForeignKey it : keys) {
            run(connection, "alter table " + it.table() + " drop constraint " + it.name());
        }
        for (Table it : tables) {
            run(connection, "alter table " + it.name() + " disable trigger user");
        }
        if (!tables.isEmpty()) {
            run(
                    connection,
                    "truncate "
                            + String.join(", ", tables.stream().map(Table::name).toList()));
        }
        progress.begin("Loading " + file.getFileName());
        Manifest manifest = backup.read(new Loading(connection));
        for (Map.Entry<String, Long> it : manifest.sequences().entrySet()) {
            try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
                set.setString(1, it.getKey());
                set.setLong(2, it.getValue());
                set.execute();
            }
        }
        progress.begin("Comparing what stands there with the backup");
        compare(connection, manifest);
        for (Table it : tables) {
            run(connection, "alter table " + it.name() + " enable trigger user");
        }
        for (ForeignKey it : keys) {
            run(connection, "alter table " + it.table() + " add constraint " + it.name() + " " + it.definition());
        }
        connection.commit();
        connection.setAutoCommit(true);
        return manifest;
    }

    private record ForeignKey(String table, String name, String definition) {}

    /** Without them the order of the tables does not matter, and a million rows load quicker. */
    private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname), quote_ident(f.conname), pg_get_constraintdef(f.oid)
                        from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where f.contype = 'f' and f.conparentid = 0 order by 1, 2
                        """)) {
            while (row.next()) {
                keys.add(new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return keys;
    }

    private final class Loading implements BackupFile.Rows {
        private final Connection connection;
        private @Nullable CopyIn copy;

        private Loading(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void begin(Table table) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn());
        }

        @Override
        public void row(byte[] row) throws SQLException {
            Objects.requireNonNull(copy).writeToCopy(row, 0, row.length);
            progress.row();
        }

        @Override
        public void end() throws SQLException {
            Objects.requireNonNull(copy).endCopy();
        }
    }

    /** Every row, read from the database again. */
    private void compare(Connection connection, Manifest manifest) throws IOException, SQLException {
        List<Manifest.Entry> found = new ArrayList<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        Table.toBackUp(connection).forEach(it -> tables.put(it.name(), it));
        for (Manifest.Entry it : manifest.tables()) {
            Table table = Objects.requireNonNull(tables.get(it.table()), it.table());
            RowDigest digest = new RowDigest();
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                digest.add(row);
                progress.row();
            }
            found.add(new Manifest.Entry(table.name(), digest.rows(), digest.value()));
        }
        if (!found.equals(manifest.tables())) {
            throw new DamagedBackupException("what stands in the database is not what it holds");
        }
    }

    private void finish(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into platform.erasure_due (id, kind, mark, day) values (?, ?, ?, ?) on conflict do nothing")) {
            for (ErasureJournal.Entry it : due) {
                insert.setObject(1, it.id());
                insert.setString(2, it.kind());
                insert.setBytes(3, it.markBytes());
                insert.setObject(4, it.day());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        run(connection, "drop schema " + UnfinishedRestore.SCHEMA + " cascade");
        connection.commit();
        connection.setAutoCommit(true);
        run(connection, "analyze");
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
