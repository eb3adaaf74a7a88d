package no.samtidig.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import no.samtidig.platform.StartProblem;

/** The mark a restore leaves in a database until it is whole: a schema that nothing else has. */
public final class UnfinishedRestore {
    /** Its name. */
    public static final String SCHEMA = "unfinished_restore";

    private UnfinishedRestore() {}

    /** Whether the database has it. */
    public static boolean in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_namespace where nspname = '" + SCHEMA + "')")) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void refuse(DatabaseLogin owner) throws SQLException {
        try (Connection connection = owner.open()) {
            if (in(connection)) {
                throw problem("the database");
            }
        }
    }

    static StartProblem problem(String where) {
        return new StartProblem(
                "A restore into " + where + " was not finished.",
                "Run the same restore again: it begins anew. Nobody has used what is there now.");
    }
}
