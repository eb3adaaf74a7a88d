package no.samtidig.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A way in to a database: where it is, as whom, with what password. It is not told in a log.
 *
 * @param url JDBC address
 * @param username role; empty where the address says it
 * @param password of the role; empty where it needs none
 */
public record DatabaseLogin(String url, String username, String password) {
    /** A connection of its own, without the limits that requests have: for work that takes its time. Close it. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "samtidig-operator");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty(
                "tcpKeepAlive", "true"); // a server that is gone is noticed, however long a copy may take
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
            properties.setProperty("password", password);
        }
        Connection connection = DriverManager.getConnection(url, properties);
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("set lock_timeout = '1min'");
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set timezone = 'UTC'");
            statement.execute("set datestyle = 'ISO, YMD'");
            statement.execute("set intervalstyle = 'postgres'");
        }
        return connection;
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + username + "]";
    }
}
