package no.samtidig.platform.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;

/**
 * A backup to read. In the open: the {@link BackupHeader}. Under seal ({@link Chunks}) and compressed: the erasures, the tables one after
 * the other, and the {@link Manifest}, by which all of it is checked.
 */
final class BackupFile {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 1 << 30;

    private final Path file;
    private final BackupHeader header;
    private final Secrets secrets;

    private BackupFile(Path file, BackupHeader header, Secrets secrets) {
        this.file = file;
        this.header = header;
        this.secrets = secrets;
    }

    /** What a reader does with the tables. */
    interface Rows {
        void begin(Table table) throws SQLException;

        void row(byte[] row) throws SQLException;

        void end() throws SQLException;
    }

    /**
     * Reads what stands in the open.
     *
     * @throws StartProblem if it is no backup, or needs another key
     */
    static BackupFile open(Path file, Secrets secrets) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new StartProblem("There is no file " + file + ".", "Name a backup that is there.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            BackupHeader header = BackupHeader.read(in, file.toString());
            if (!header.key().equals(secrets.fingerprint())) {
                throw new StartProblem(
                        "The backup needs the secret key " + header.key() + ", and this is key " + secrets.fingerprint()
                                + ".",
                        "Give the right key: the setting samtidig.secret-key, or the file secret.key in the data folder.");
            }
            return new BackupFile(file, header, secrets);
        }
    }

    BackupHeader header() {
        return header;
    }

    static void writeErasures(DataOutputStream out, List<ErasureJournal.Entry> erasures) throws IOException {
        out.writeInt(erasures.size());
        for (ErasureJournal.Entry it : erasures) {
            out.writeUTF(it.id().toString());
            out.writeUTF(it.kind());
            out.writeUTF(it.mark());
            out.writeUTF(it.day().toString());
        }
    }

    /** Who was erased before it was made; the rest is not read. What stands in the open is thereby known to be as it was written. */
    List<ErasureJournal.Entry> erasures() throws IOException {
        try (DataInputStream in = inside()) {
            return readErasures(in);
        } catch (EOFException | ZipException failure) {
            throw cutOff(failure);
        }
    }

    private static List<ErasureJournal.Entry> readErasures(DataInputStream in) throws IOException {
        List<ErasureJournal.Entry> entries = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            entries.add(new ErasureJournal.Entry(
                    UUID.fromString(in.readUTF()), in.readUTF(), in.readUTF(), LocalDate.parse(in.readUTF())));
        }
        return entries;
    }

    private DataInputStream inside() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        boolean opened = false;
        try {
            in.skipNBytes(header.bytes().length);
            InputStream open = Chunks.opening(in, secrets.mark("backup", header.saltBytes()), header.bytes());
            DataInputStream data =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(open, BUFFER), BUFFER));
            opened = true;
            return data;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    /** Reads it through and keeps nothing. */
    Manifest check(Progress progress) throws IOException {
        progress.begin("Reading " + file.getFileName() + " through");
        try {
            return read(new Rows() {
                @Override
                public void begin(Table table) {}

                @Override
                public void row(byte[] row) {
                    progress.row();
                }

                @Override
                public void end() {}
            });
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads the tables, and checks them by the manifest.
     *
     * @throws DamagedBackupException if anything is not as it was written
     */
    Manifest read(Rows rows) throws IOException, SQLException {
        try (DataInputStream in = inside()) {
            readErasures(in);
            List<Manifest.Entry> found = new ArrayList<>();
            while (in.readBoolean()) {
                found.add(table(in, rows));
            }
            Manifest manifest = Manifest.read(in);
            if (!found.equals(manifest.tables())) {
                throw new DamagedBackupException("its rows are not those it says");
            }
            if (in.read() >= 0) {
                throw new DamagedBackupException("it does not end where it should");
            }
            return manifest;
        } catch (EOFException | ZipException failure) {
            throw cutOff(failure);
        }
    }

    private static DamagedBackupException cutOff(IOException failure) {
        return new DamagedBackupException(Objects.requireNonNullElse(failure.getMessage(), "it is cut off"));
    }

    private static Manifest.Entry table(DataInputStream in, Rows rows) throws IOException, SQLException {
        Table table = new Table(in.readUTF(), in.readUTF());
        RowDigest digest = new RowDigest();
        rows.begin(table);
        for (int length = in.readInt(); length >= 0; length = in.readInt()) {
            if (length > LONGEST_ROW) {
                throw new DamagedBackupException("a row has an impossible length");
            }
            byte[] row = in.readNBytes(length);
            if (row.length < length) {
                throw new DamagedBackupException("it is cut off");
            }
            digest.add(row);
            rows.row(row);
        }
        rows.end();
        return new Manifest.Entry(table.name(), digest.rows(), digest.value());
    }
}
