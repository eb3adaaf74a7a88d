package no.samtidig;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server for all tests of a run; each test that asks gets a database of its own, copied from a migrated one. */
public final class TestDatabase {
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
            run(server, "create database migrated");
            Flyway.configure()
                    .dataSource(server.getJdbcUrl("postgres", "migrated"), "postgres", "")
                    .locations("classpath:db/migration")
                    .schemas("platform")
                    .load()
                    .migrate();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A JDBC address of a fresh database. */
    public static synchronized String fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        run(SERVER, "create database " + name + " template migrated");
        return SERVER.getJdbcUrl("postgres", name);
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
