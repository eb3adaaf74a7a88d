package no.samtidig.platform.database;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import no.samtidig.platform.StartProblem;
import org.springframework.core.NestedExceptionUtils;

/** Looks at an outside server before anything is built on it, so that what is wrong with it is told in one line. */
final class OutsideDatabase {
    /** The oldest PostgreSQL we know to hold what we ask of it. */
    private static final int OLDEST = 16;

    private static final String SECONDS = "5";

    private OutsideDatabase() {}

    /**
     * The same ways in, when the server there will do.
     *
     * @throws StartProblem where it is not there, does not let us in, or is not as it must be
     */
    static DatabaseConfiguration.Logins checked(DatabaseConfiguration.Logins logins) {
        if (!logins.owner().url().startsWith("jdbc:postgresql:")) {
            throw new StartProblem(
                    "The address of the database is not one of PostgreSQL's.",
                    "Set samtidig.database.url to something like jdbc:postgresql://db.example.org:5432/samtidig.");
        }
        look(logins.owner());
        if (logins.apart()) {
            try (Connection connection = open(logins.application())) {
                connection.isValid(1);
            } catch (SQLException failure) {
                throw problem(failure);
            }
        }
        return logins;
    }

    private static Connection open(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), properties(login));
    }

    private static void look(DatabaseLogin owner) {
        try (Connection connection = open(owner);
                Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartProblem(
                        "The database server is PostgreSQL " + version + ".",
                        "Samtidig needs " + OLDEST
                                + " or later: upgrade the server, or name another in samtidig.database.url.");
            }
            if (!yes(
                    statement, "select count(*) = 2 from pg_available_extensions where name in ('ltree', 'pg_trgm')")) {
                throw new StartProblem(
                        "The database server lacks the extension ltree or pg_trgm.",
                        "Install PostgreSQL's contrib package on the server (Debian and Ubuntu: it is part of postgresql-"
                                + version + ").");
            }
            if (!yes(statement, """
                    select to_regnamespace('platform') is not null
                        or has_database_privilege(current_database(), 'create')""")) {
                throw new StartProblem(
                        "The database user may not make schemas in the database.",
                        "Make it the owner: alter database … owner to …; (docs/operations.md, “The database”).");
            }
        } catch (SQLException failure) {
            throw problem(failure);
        }
    }

    private static boolean yes(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static Properties properties(DatabaseLogin login) {
        Properties properties = new Properties();
        put(properties, "user", login.username());
        put(properties, "password", login.password());
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        return properties;
    }

    private static void put(Properties properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    /** What the server, or the way to it, said. */
    static StartProblem problem(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (NestedExceptionUtils.getRootCause(failure) instanceof UnknownHostException) {
            return new StartProblem(
                    "The database server's name is not known.",
                    "Look at the host in samtidig.database.url, and at the name service of this machine.");
        }
        return switch (state) {
            case "28P01", "28000" ->
                new StartProblem(
                        "The database server does not let us in: wrong user or password.",
                        "Look at samtidig.database.username and samtidig.database.password, and at the server's pg_hba.conf.");
            case "3D000" ->
                new StartProblem(
                        "The database server has no database of that name.",
                        "Make it (docs/operations.md, “The database”), or correct the last part of samtidig.database.url.");
            case "42501" ->
                new StartProblem(
                        "The database user may not connect to the database.",
                        "Make it the owner, or grant connect on the database to it.");
            case "53300" ->
                new StartProblem(
                        "The database server has no connection left.",
                        "Raise its max_connections (a node takes samtidig.database.connections and nine more), or stop what uses them.");
            case "57P03" ->
                new StartProblem(
                        "The database server is starting or stopping.", "Wait until it is up, and start again.");
            case "08001" ->
                new StartProblem(
                        "The database server cannot be reached.",
                        "Is it running, and do host and port in samtidig.database.url lead to it?");
            default ->
                new StartProblem(
                        "The database server does not answer as it should (SQLSTATE " + state + ", "
                                + NestedExceptionUtils.getMostSpecificCause(failure)
                                        .getClass()
                                        .getSimpleName() + ").",
                        "Look at samtidig.database.url and at the server's own log.");
        };
    }
}
