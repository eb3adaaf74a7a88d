package no.samtidig.platform.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.database.DatabaseLogin;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes a backup: every table as it was at one moment, while people go on writing. The file has a name of its own only when it is on
 * disk and has been read through; see ADR 0030.
 */
final class BackingUp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BUFFER = 1 << 16;
    private static final int QUICK = 3; // of 1 to 9: twice as fast as 6, and a tenth larger

    private final DatabaseLogin login;
    private final Secrets secrets;
    private final Clock clock;
    private final Progress progress;

    BackingUp(DatabaseLogin login, Secrets secrets, Clock clock, Progress progress) {
        this.login = login;
        this.secrets = secrets;
        this.clock = clock;
        this.progress = progress;
    }

    /** A backup that is whole. */
    record Written(Path file, long bytes, int tables, long rows, Duration took) {
        String name() {
            return String.valueOf(file.getFileName());
        }

        Backups.Run run(OffsetDateTime at) {
            return new Backups.Run(Backups.Kind.BACKUP, at, true, name(), bytes, rows, took);
        }
    }

    /**
     * Writes one into the folder.
     *
     * @throws StartProblem where another is under way, or there is no room
     */
    Written to(Path folder) throws IOException, SQLException {
        Instant begun = clock.instant();
        try (FileChannel _ = new BackupFolder(folder).take()) {
            Path whole = new BackupFolder(folder).path(begun);
            Path half = BackupFolder.half(whole);
            boolean done = false;
            try {
                progress.begin("Backing up to " + whole);
                write(half, begun);
                Manifest read = BackupFile.open(half, secrets).check(progress);
                new ErasureJournal(folder).add(erasuresUntilNow());
                Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
                done = true;
                return new Written(
                        whole,
                        Files.size(whole),
                        read.tables().size(),
                        read.rows(),
                        Duration.between(begun, clock.instant()));
            } catch (IOException failure) {
                if (noRoom(failure)) {
                    throw full(folder);
                }
                throw failure;
            } finally {
                if (!done) {
                    Files.deleteIfExists(half);
                }
            }
        }
    }

    private static boolean noRoom(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left")
                || String.valueOf(failure.getMessage()).contains("quota exceeded");
    }

    private static StartProblem full(Path folder) {
        return new StartProblem(
                "There is no room left in " + folder + ": no backup was made, and the older ones are untouched.",
                "Make room, or choose another folder.");
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void write(Path file, Instant begun) throws IOException, SQLException {
        try (Connection connection = login.open();
                FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            String migration = migration(connection); // the first statement: the moment that is backed up
            byte[] salt = new byte[32];
            RANDOM.nextBytes(salt);
            BackupHeader header = new BackupHeader(
                    begun,
                    Program.version(),
                    migration,
                    secrets.fingerprint(),
                    HexFormat.of().formatHex(salt));
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            out.write(header.bytes());
            try (OutputStream sealing = Chunks.sealing(out, secrets.mark("backup", salt), header.bytes());
                    DataOutputStream data =
                            new DataOutputStream(new BufferedOutputStream(new QuickGzip(sealing), BUFFER))) {
                BackupFile.writeErasures(data, erasures(connection));
                writeTables(connection, data).write(data);
            }
            out.flush();
            channel.force(true);
        }
    }

    /** Also those that were done while the backup was under way: whoever was erased then is still in its rows. */
    private List<ErasureJournal.Entry> erasuresUntilNow() throws SQLException {
        try (Connection connection = login.open()) {
            return erasures(connection);
        }
    }

    private Manifest writeTables(Connection connection, DataOutputStream data) throws IOException, SQLException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Table table : Table.toBackUp(connection)) {
            data.writeBoolean(true);
            data.writeUTF(table.name());
            data.writeUTF(table.columns());
            RowDigest digest = new RowDigest();
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                data.writeInt(row.length);
                data.write(row);
                digest.add(row);
                progress.row();
            }
            data.writeInt(-1);
            entries.add(new Manifest.Entry(table.name(), digest.rows(), digest.value()));
        }
        data.writeBoolean(false);
        return new Manifest(entries, sequences(connection));
    }

    private static String migration(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('platform.flyway_schema_history')")) {
                if (!table.next() || table.getString(1) == null) {
                    throw new StartProblem(
                            "The database has never been used by Samtidig.", "Start the application on it first.");
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select version from platform.flyway_schema_history where success and version is not null
                    order by string_to_array(version, '.')::bigint[] desc limit 1
                    """)) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> sequences = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
                        where last_value is not null and schemaname !~ '^pg_' order by 1
                        """)) {
            while (row.next()) {
                sequences.put(row.getString(1), row.getLong(2));
            }
        }
        return sequences;
    }

    private static List<ErasureJournal.Entry> erasures(Connection connection) throws SQLException {
        List<ErasureJournal.Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('platform.erasure')")) {
                if (!table.next() || table.getString(1) == null) {
                    return entries; // a database from before erasures were noted
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select id, kind, encode(mark, 'hex'), day::text from platform.erasure order by id")) {
                while (row.next()) {
                    entries.add(new ErasureJournal.Entry(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            LocalDate.parse(row.getString(4))));
                }
            }
        }
        return entries;
    }

    private static final class QuickGzip extends GZIPOutputStream {
        private QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(QUICK);
        }
    }
}
