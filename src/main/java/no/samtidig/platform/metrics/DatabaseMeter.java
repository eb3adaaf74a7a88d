package no.samtidig.platform.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import no.samtidig.platform.backup.Backups;
import no.samtidig.platform.database.Connections;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows, the same on every node: jobs and mail; and how its connections from this node are used. */
class DatabaseMeter {
    private static final long NEVER = -1;

    private final JdbcClient sql;
    private final Backups backups;
    private final Clock clock;
    private final MultiGauge sinceSuccess;
    private final MultiGauge failures;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong backup = new AtomicLong(NEVER);
    private final AtomicLong drill = new AtomicLong(NEVER);

    DatabaseMeter(MeterRegistry registry, Connections connections, Backups backups, Clock clock) {
        this.sql = JdbcClient.create(connections.reserved());
        this.backups = backups;
        this.clock = clock;
        this.sinceSuccess = MultiGauge.builder("samtidig.job.since.success")
                .baseUnit("seconds")
                .description("Since the job last ended well, on any node")
                .register(registry);
        this.failures = MultiGauge.builder("samtidig.job.failures")
                .description("How many times in a row the job failed")
                .register(registry);
        gauge(registry, "samtidig.database.up", "1 where the database answered just now", up);
        gauge(registry, "samtidig.mail.waiting", "Mails whose turn has come and that have not left", waiting);
        gauge(registry, "samtidig.mail.failing", "Mails that have been tried in vain", failing);
        gauge(
                registry,
                "samtidig.mail.longest.wait.seconds",
                "Since the oldest of those whose turn has come was written",
                longest);
        gauge(registry, "samtidig.backup.age.seconds", "Since the last good backup; -1 where there is none", backup);
        gauge(
                registry,
                "samtidig.drill.age.seconds",
                "Since the last restore drill that went well; -1 where there is none",
                drill);
        for (HikariDataSource pool : connections.pools()) {
            pool(registry, pool, "active", HikariPoolMXBean::getActiveConnections);
            pool(registry, pool, "idle", HikariPoolMXBean::getIdleConnections);
            pool(registry, pool, "asked", HikariPoolMXBean::getThreadsAwaitingConnection);
            Gauge.builder("samtidig.connections.most", pool, HikariDataSource::getMaximumPoolSize)
                    .tag("pool", pool.getPoolName())
                    .register(registry);
        }
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .register(registry);
    }

    private static void pool(
            MeterRegistry registry, HikariDataSource pool, String state, ToIntFunction<HikariPoolMXBean> count) {
        Gauge.builder("samtidig.connections", pool, it -> {
                    HikariPoolMXBean open = it.getHikariPoolMXBean();
                    return open == null ? 0 : count.applyAsInt(open);
                })
                .tag("pool", pool.getPoolName())
                .tag("state", state)
                .register(registry);
    }

    private long age(Optional<Backups.Run> run) {
        return run.map(it -> Duration.between(it.at(), clock.instant().atOffset(ZoneOffset.UTC))
                        .toSeconds())
                .orElse(NEVER);
    }

    private record Job(String name, double sinceSuccess, int failures) {}

    /** Looks anew. What the database does not tell is left as it was, and {@code samtidig.database.up} is 0. */
    void look() {
        try {
            List<MultiGauge.Row<?>> ages = new ArrayList<>();
            List<MultiGauge.Row<?>> misses = new ArrayList<>();
            for (Job it : sql.sql("""
                    select task_name as name, coalesce(extract(epoch from now() - last_success), -1) as since_success,
                        coalesce(consecutive_failures, 0) as failures
                    from platform.scheduled_tasks
                    """).query(Job.class).list()) {
                ages.add(MultiGauge.Row.of(Tags.of("job", it.name()), it.sinceSuccess()));
                misses.add(MultiGauge.Row.of(Tags.of("job", it.name()), it.failures()));
            }
            sinceSuccess.register(ages, true);
            failures.register(misses, true);
            sql.sql("""
                    select count(*) filter (where next_attempt <= now()), count(*) filter (where attempts > 0),
                        coalesce(extract(epoch from now() - min(created) filter (where next_attempt <= now())), 0)
                    from platform.mail where sent is null
                    """)
                    .query((row, _) -> {
                        waiting.set(row.getLong(1));
                        failing.set(row.getLong(2));
                        longest.set(row.getLong(3));
                        return true;
                    })
                    .single();
            backup.set(age(backups.lastGoodBackup()));
            drill.set(age(backups.lastDrill().filter(Backups.Run::good)));
            up.set(1);
        } catch (DataAccessException _) {
            up.set(0);
        }
    }
}
