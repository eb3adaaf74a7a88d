package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.samtidig.TestClock;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever guesses must wait, and nobody else. */
class MissesTest {
    private static final Misses.Limit DOOR = new Misses.Limit("door", 3, Duration.ofMinutes(15));
    private static final Misses.Limit GATE = new Misses.Limit("gate", 3, Duration.ofMinutes(15));

    private final HikariDataSource pool = new HikariDataSource();
    private final TestClock clock = new TestClock();
    private final Misses misses = open();

    private Misses open() {
        pool.setJdbcUrl(TestDatabase.fresh());
        return new Misses(
                JdbcClient.create(pool),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                TestSecrets.known(),
                clock);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void tryTooOften() {
        for (int i = 0; i < DOOR.most(); i++) {
            assertThat(misses.admits(DOOR, "one")).isTrue();
        }
        assertThat(misses.admits(DOOR, "one")).isFalse();
    }

    @Test
    void only_what_was_tried_too_often_must_wait_and_only_for_a_while() {
        tryTooOften();
        assertThat(misses.admits(DOOR, "another")).isTrue();
        assertThat(misses.admits(GATE, "one")).isTrue();
        clock.forward(DOOR.window().plusSeconds(1));
        assertThat(misses.admits(DOOR, "one")).isTrue();
    }

    @Test
    void the_right_answer_lets_earlier_misses_be_forgotten() {
        tryTooOften();
        misses.forget(GATE, "one");
        assertThat(misses.admits(DOOR, "one")).isFalse();
        misses.forget(DOOR, "one");
        tryTooOften();
    }

    @Test
    void one_network_is_one_whoever_in_it_asks() {
        for (int i = 0; i < DOOR.most(); i++) {
            assertThat(misses.admitsFrom(DOOR, "2001:db8:1:2::" + i)).isTrue();
        }
        assertThat(misses.admitsFrom(DOOR, "2001:db8:1:2:ffff::9")).isFalse();
        assertThat(misses.admitsFrom(DOOR, "2001:db8:1:3::5")).isTrue();
        assertThat(misses.admitsFrom(DOOR, "192.0.2.1")).isTrue();
        assertThat(misses.admitsFrom(DOOR, "unknown")).isTrue();
    }

    @Test
    void many_at_once_are_not_more_than_the_most() throws Exception {
        Callable<Boolean> attempt = () -> misses.admits(DOOR, "one");
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all =
                    many.invokeAll(Stream.generate(() -> attempt).limit(20).toList());
            int admitted = 0;
            for (Future<Boolean> it : all) {
                admitted += it.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(DOOR.most());
        }
    }

    @Test
    void nothing_in_the_database_tells_what_was_tried_and_old_tries_go() {
        misses.admitsFrom(DOOR, "192.0.2.1");
        JdbcClient sql = JdbcClient.create(pool);
        byte[] kept =
                sql.sql("select target from platform.miss").query(byte[].class).single();
        assertThat(kept).isEqualTo(TestSecrets.known().mark("miss door", NetworkAddress.network("192.0.2.1")));
        assertThat(kept).isNotEqualTo(TestSecrets.other().mark("miss door", NetworkAddress.network("192.0.2.1")));
        assertThat(misses.forgetOld()).isZero();
        clock.forward(DOOR.window().plusSeconds(1));
        assertThat(misses.forgetOld()).isEqualTo(1);
    }
}
