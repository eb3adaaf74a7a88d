package no.samtidig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * What a version before this one had written, in a database that is as that version left it and not yet migrated. How it was made stands in
 * the README beside the file.
 */
public final class DataFromBefore {
    /** When it was written; an application that shows it needs its clock there. */
    private static final Instant WRITTEN = Instant.parse("2026-11-30T17:15:00Z");

    private static final String VERSION = "20261130.1245";
    private static final Path FILE = Path.of("src/test/resources/data-from-before/2026-11-30.sql.gz");

    private DataFromBefore() {}

    /** A JDBC address of a database of its own with everything in it. */
    public static String restored() {
        String address = TestDatabase.asOf(VERSION);
        try (Connection connection = DriverManager.getConnection(address, "postgres", "");
                Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica"); // no key and no trigger minds the order
            statement.execute(
                    "truncate " + tables(statement)); // what the migrations wrote, and their history, comes along
            CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    copy.copyIn(line, new StringReader(rows(lines)));
                } else {
                    statement.execute(line);
                }
            }
            connection.commit();
            return address;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The application on it, at the time when it was written. */
    public static App app(String address) {
        App app = App.start("--samtidig.database.url=" + address);
        app.clock().forward(Duration.between(app.clock().instant(), WRITTEN));
        return app;
    }

    private static String tables(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
            found.next();
            return found.getString(1);
        }
    }

    private static String rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("\\."); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }
}
