package no.samtidig.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * Who gets in to the inside server: whoever has the password in the file {@code database.password} of the data folder, which nobody but
 * the folder's owner can read. The application gets a role that owns nothing, with a password that is new at each start and kept nowhere.
 * A data folder from a version that trusted everybody on the machine is changed at its first start.
 */
final class InsideAccess {
    static final String OWNER = "postgres";
    static final String APPLICATION = "samtidig";
    static final String PASSWORD_FILE = "database.password";

    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Over the loopback address only, with a password only. */
    private static final String RULES = """
            # written by Samtidig at each start
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** For the moment in which a lost password is replaced. */
    private static final String NO_PASSWORD_YET = """
            # for a moment, while Samtidig sets a password
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            """;

    private InsideAccess() {}

    /** A folder that nobody but its owner can look into; made where it is missing. */
    static void closeToOthers(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWN_FOLDER)) {
            Files.setPosixFilePermissions(folder, OWN_FOLDER);
        }
    }

    /** The password of the server's owner; made where there is none, and then the server lets the owner in until {@link #secure}. */
    static String password(Path directory) throws IOException {
        Path file = directory.resolve(PASSWORD_FILE);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        Path rules = rules(directory);
        if (Files.exists(rules)) {
            write(rules, NO_PASSWORD_YET);
        }
        write(file, random() + "\n");
        return Files.readString(file).strip();
    }

    /** Sets the passwords and the rules; returns the application's way in. */
    static DatabaseLogin secure(Path directory, DatabaseLogin owner) throws IOException, SQLException {
        String password = random();
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            PGConnection server = connection.unwrap(PGConnection.class);
            Path rules = rules(directory);
            boolean closed = Files.readString(rules).equals(RULES); // then the owner's password has just been asked for
            if (!closed) {
                server.alterUserPassword(OWNER, owner.password().toCharArray(), "scram-sha-256");
            }
            if (!exists(connection, APPLICATION)) {
                statement.execute(
                        "create role " + APPLICATION + " login nosuperuser nocreatedb nocreaterole noinherit");
            }
            server.alterUserPassword(APPLICATION, password.toCharArray(), "scram-sha-256");
            if (!closed) {
                write(rules, RULES);
                statement.execute("select pg_reload_conf()");
            }
        }
        return new DatabaseLogin(owner.url(), APPLICATION, password);
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select exists (select from pg_roles where rolname = ?)")) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Path rules(Path directory) {
        return directory.resolve("postgres").resolve("pg_hba.conf");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whole or not at all, and for the owner's eyes only. */
    private static void write(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(OWN_FILE));
        Files.write(half, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
