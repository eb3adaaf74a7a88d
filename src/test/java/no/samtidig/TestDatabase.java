package no.samtidig;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import no.samtidig.platform.database.DatabaseLogin;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server for all tests of a run; each test that asks gets a database of its own, copied from a migrated one. */
public final class TestDatabase {
    /** The role that applications have; the owner of everything is {@code postgres}. */
    static final String APPLICATION = "samtidig";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = server();

    private TestDatabase() {}

    private static EmbeddedPostgres server() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "nb-NO")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            run(server, "create role " + APPLICATION + " login nosuperuser nocreatedb nocreaterole");
            run(server, "create database migrated");
            migrate(server.getJdbcUrl("postgres", "migrated"), "latest");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A JDBC address of a fresh database. */
    public static String fresh() {
        return fresh("migrated");
    }

    /** A way in to an empty database, as a role that owns it and is no superuser. */
    public static synchronized DatabaseLogin empty() {
        String name = "empty_" + COUNT.incrementAndGet();
        run(SERVER, "create role " + name + " login nosuperuser nocreatedb nocreaterole");
        run(SERVER, "create database " + name + " owner " + name);
        return new DatabaseLogin(plain(SERVER.getJdbcUrl("postgres", name)), name, "");
    }

    /** A way in to one of these databases as its owner. */
    public static DatabaseLogin owner(String address) {
        return new DatabaseLogin(plain(address), "postgres", "");
    }

    /** Whether the address is of a database here. */
    static boolean serves(String address) {
        return address.startsWith(plain(SERVER.getJdbcUrl("postgres", "")));
    }

    /** The address without the role. */
    static String plain(String address) {
        return address.replaceFirst("\\?user=.*", "");
    }

    /** The same, as another template holds it. */
    static synchronized String fresh(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        run(SERVER, "create database " + name + " template " + template);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Keeps what a database holds now as a template for {@link #putBack}; who is connected to it is cut off meanwhile. */
    static synchronized void keepAs(String template, String database) {
        run(SERVER, "alter database " + database + " allow_connections false");
        run(SERVER, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
        run(SERVER, "create database " + template + " template " + database + " strategy file_copy");
        run(SERVER, "alter database " + database + " allow_connections true");
    }

    /** Gives a database what the template holds, whatever it held; who is connected to it is cut off. */
    static synchronized void putBack(String database, String template) {
        run(SERVER, "drop database if exists " + database + " with (force)");
        run(SERVER, "create database " + database + " template " + template + " strategy file_copy");
    }

    /** A JDBC address of the database with this name. */
    static String address(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    /** A JDBC address of a database as a version before this one left it. */
    public static synchronized String asOf(String version) {
        String name = "before_" + COUNT.incrementAndGet();
        run(SERVER, "create database " + name);
        String address = SERVER.getJdbcUrl("postgres", name);
        migrate(address, version);
        return address;
    }

    /** Brings a database up to a version; {@code latest} for the newest. */
    public static void migrate(String address, String version) {
        Flyway.configure()
                .dataSource(address, "postgres", "")
                .locations("classpath:db/migration")
                .schemas("platform")
                .target(version)
                .load()
                .migrate();
    }

    /** A client on a fresh database, for testing a Store. */
    public static JdbcClient client() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(fresh());
        pool.setMaximumPoolSize(4);
        return JdbcClient.create(pool);
    }

    private static void run(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
