package no.samtidig.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The connections held open to the database, in three pools, so that none uses up what another needs: for requests, for
 * {@link LongWork}, and a few reserved for what must go on when all others wait (health, and which node does which job). Each
 * has limits of its own: for a lock, for a statement, for a transaction that does nothing, and for a server that says nothing.
 */
public final class Connections implements AutoCloseable {
    /** Enough for the jobs that may be at work at once, mail besides, and one more. */
    private static final int FOR_LONG_WORK = 6;

    private static final int RESERVED = 3;

    /** So many for requests until the application is ready: a cold machine takes long to prove a password to the server. */
    private static final int AT_START = 2;

    private static final Duration LONG = Duration.ofMinutes(5);

    /** How long somebody waits for a free connection. */
    private static final Duration TURN = Duration.ofSeconds(3);

    /** So long the server may be silent after it should have given up a statement by itself: then it hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final HikariDataSource requests;
    private final HikariDataSource longWork;
    private final HikariDataSource reserved;

    Connections(DatabaseLogin login, int forRequests, Duration patience) {
        Duration lock = patience.dividedBy(2);
        requests = pool(login, "samtidig", forRequests, new Limits(lock, patience, patience.multipliedBy(4)));
        requests.setMinimumIdle(AT_START);
        longWork = pool(login, "samtidig-long", FOR_LONG_WORK, new Limits(Duration.ofSeconds(30), LONG, LONG));
        longWork.setMinimumIdle(0);
        reserved = pool(
                login, "samtidig-reserved", RESERVED, new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), LONG));
        reserved.setMinimumIdle(1);
        reserved.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        reserved.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    }

    /** From now on as many as there may be are kept open. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        requests.setMinimumIdle(requests.getMaximumPoolSize());
    }

    /**
     * How long is too long, in the server's own terms.
     *
     * @param lock to wait for what another transaction holds
     * @param statement for one statement
     * @param idle for a transaction in which nothing is done
     */
    private record Limits(Duration lock, Duration statement, Duration idle) {
        String options() {
            return "-c lock_timeout=%d -c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
                    .formatted(lock.toMillis(), statement.toMillis(), idle.toMillis());
        }
    }

    private static HikariDataSource pool(DatabaseLogin login, String name, int most, Limits limits) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(login.url());
        if (!login.username().isEmpty()) {
            pool.setUsername(login.username());
            pool.setPassword(login.password());
        }
        pool.setMaximumPoolSize(most);
        pool.setConnectionTimeout(TURN.toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        pool.addDataSourceProperty("ApplicationName", name);
        pool.addDataSourceProperty("options", limits.options());
        pool.addDataSourceProperty("socketTimeout", seconds(limits.statement().plus(SILENCE)));
        pool.addDataSourceProperty("connectTimeout", seconds(TURN));
        pool.addDataSourceProperty("loginTimeout", seconds(TURN));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // a log holds no text that a person typed
        return pool;
    }

    /** The driver reads text only; what is none, it leaves out without a word. */
    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    /** For everything that does not say otherwise: of the requests' pool, and in {@link LongWork} of that one's. */
    DataSource usual() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return (LongWork.underWay() ? longWork : requests).getConnection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                throw new SQLException("there is one user");
            }
        };
    }

    /** The few that must go on when all others wait. */
    public DataSource reserved() {
        return reserved;
    }

    /** Whether the database answers, however busy the others are; known within some three seconds. */
    public boolean answers() {
        try (Connection connection = reserved.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /** Lets go of every open connection: after the server was away, they are all dead, and the next request opens new ones. */
    public void letGo() {
        for (HikariDataSource it : pools()) {
            HikariPoolMXBean open = it.getHikariPoolMXBean();
            if (open != null) {
                open.softEvictConnections();
            }
        }
    }

    /** Each pool, for whoever counts. */
    public List<HikariDataSource> pools() {
        return Stream.of(requests, longWork, reserved).toList();
    }

    @Override
    public void close() {
        pools().forEach(HikariDataSource::close);
    }
}
