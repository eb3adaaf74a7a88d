package no.samtidig.platform.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import no.samtidig.platform.StartProblem;

/**
 * What stands in the open at the beginning of a backup, a line each, so that anybody can see what it is and which key it needs.
 *
 * @param made when the snapshot was taken
 * @param application the version of Samtidig that made it
 * @param migration the newest migration of the database
 * @param key the fingerprint of the secret key that opens it
 * @param salt 32 bytes in hexadecimal: makes the file's key another than any other file's
 */
record BackupHeader(Instant made, String application, String migration, String key, String salt) {
    private static final String FIRST_LINE = "Samtidig backup 1";
    private static final String NEWER = "Samtidig backup ";
    private static final int LONGEST = 2_000;
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

    byte[] bytes() {
        return (FIRST_LINE + "\nmade: " + made + "\napplication: " + application + "\nmigration: " + migration
                        + "\nkey: " + key + "\nsalt: " + salt + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] saltBytes() {
        return HexFormat.of().parseHex(salt);
    }

    /** Reads it, and leaves the stream where it ends. */
    static BackupHeader read(InputStream in, String file) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int before = -1;
        for (int one = in.read(); one >= 0 && read.size() < LONGEST; one = in.read()) {
            read.write(one);
            if (one == '\n' && before == '\n') {
                return of(read.toString(StandardCharsets.UTF_8), file);
            }
            before = one;
        }
        throw noBackup(file);
    }

    private static BackupHeader of(String text, String file) throws DamagedBackupException {
        String[] lines = text.split("\n");
        if (!lines[0].equals(FIRST_LINE)) {
            if (lines[0].startsWith(NEWER)) {
                throw new StartProblem(
                        "The backup " + file + " has a newer form than this version of Samtidig reads.",
                        "Restore it with the version that made it, or a later one.");
            }
            throw noBackup(file);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        String salt = values.getOrDefault("salt", "");
        if (!SALT.matcher(salt).matches()) {
            throw changed();
        }
        try {
            BackupHeader header = new BackupHeader(
                    Instant.parse(values.getOrDefault("made", "")),
                    values.getOrDefault("application", ""),
                    values.getOrDefault("migration", ""),
                    values.getOrDefault("key", ""),
                    salt);
            if (!text.equals(new String(header.bytes(), StandardCharsets.UTF_8))) {
                throw changed();
            }
            return header;
        } catch (DateTimeParseException _) {
            throw changed();
        }
    }

    private static DamagedBackupException changed() {
        return new DamagedBackupException("its first lines were changed");
    }

    private static StartProblem noBackup(String file) {
        return new StartProblem(
                "The file " + file + " is not a backup of Samtidig.", "Name one that bin/backup wrote.");
    }
}
