package no.samtidig.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import no.samtidig.platform.database.DatabaseLogin;

/** Writes down how a backup or a drill went, for {@link Backups} to read. */
final class RunLog {
    private RunLog() {}

    /** Nothing where the database is from before these were written down. */
    static void note(DatabaseLogin login, Backups.Run run) throws SQLException {
        try (Connection connection = login.open()) {
            if (there(connection)) {
                insert(connection, run);
            }
        }
    }

    private static boolean there(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('platform.backup_run') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void insert(Connection connection, Backups.Run run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into platform.backup_run (id, kind, at, good, file, bytes, rows, took_ms)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, run.kind().code());
            insert.setObject(3, run.at());
            insert.setBoolean(4, run.good());
            insert.setString(5, run.file());
            insert.setLong(6, run.bytes());
            insert.setLong(7, run.rows());
            insert.setLong(8, run.took().toMillis());
            insert.executeUpdate();
        }
    }
}
