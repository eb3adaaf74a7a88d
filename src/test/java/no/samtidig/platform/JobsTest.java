package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes on by itself goes on again soon after a node was killed. */
class JobsTest {
    /** Much oftener than in use, so that nobody waits here for what is looked for every five seconds. */
    private static final Duration EVERY = Duration.ofMillis(200);

    @Test
    void a_job_that_a_killed_node_was_at_is_taken_up_within_a_minute() throws Exception {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(TestDatabase.fresh());
            JdbcClient sql = JdbcClient.create(database);
            sql.sql("""
                    insert into platform.scheduled_tasks
                        (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                    values ('write-letters', 'recurring', now() - interval '1 minute', true, 'killed', now() - interval '1 minute', 1)
                    """).update();
            CountDownLatch ran = new CountDownLatch(1);
            RecurringTask<Void> task = Tasks.recurring("write-letters", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> ran.countDown());
            Jobs jobs = new Jobs(
                    database, List.of(task), task, new JobRuns(sql, Clock.systemUTC()), Clock.systemUTC(), EVERY);
            jobs.start();
            try {
                assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                jobs.stop();
            }
        }
    }

    @Test
    void two_nodes_never_do_one_job_at_the_same_time() throws Exception {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(TestDatabase.fresh());
            AtomicInteger atWork = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch runs = new CountDownLatch(2);
            RecurringTask<Void> task = Tasks.recurring("one-at-a-time", FixedDelay.of(Duration.ofMillis(1)))
                    .execute((_, _) -> {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        // the first time longer than a node waits before it looks for work
                        sleep(runs.getCount() == 2 ? EVERY.multipliedBy(3) : Duration.ofMillis(20));
                        atWork.decrementAndGet();
                        runs.countDown();
                    });
            JobRuns noted = new JobRuns(JdbcClient.create(database), Clock.systemUTC());
            Jobs one = new Jobs(database, List.of(task), task, noted, Clock.systemUTC(), EVERY);
            Jobs other = new Jobs(database, List.of(task), task, noted, Clock.systemUTC(), EVERY);
            one.start();
            other.start();
            try {
                assertThat(runs.await(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                one.stop();
                other.stop();
            }
            assertThat(most).hasValue(1);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the node stops
        }
    }

    @Test
    void long_jobs_hold_up_neither_mail_nor_requests_however_many_they_are() throws Exception {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(TestDatabase.fresh());
            database.setMaximumPoolSize(12);
            CountDownLatch begun = new CountDownLatch(Jobs.AT_ONCE);
            CountDownLatch end = new CountDownLatch(1);
            AtomicInteger atWork = new AtomicInteger();
            List<RecurringTask<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tasks.add(Tasks.recurring("long-" + i, FixedDelay.of(Duration.ofHours(1)))
                        .execute((_, _) -> {
                            try (Connection _ = database.getConnection()) {
                                atWork.incrementAndGet();
                                begun.countDown();
                                end.await(1, TimeUnit.MINUTES);
                            } catch (SQLException | InterruptedException broken) {
                                throw new IllegalStateException(broken);
                            }
                        }));
            }
            CountDownLatch sent = new CountDownLatch(2);
            RecurringTask<Void> mail = Tasks.recurring("send-mail", FixedDelay.of(Duration.ofMillis(1)))
                    .execute((_, _) -> {
                        if (begun.getCount() == 0) {
                            JdbcClient.create(database)
                                    .sql("select 1")
                                    .query(Integer.class)
                                    .single();
                            sent.countDown();
                        }
                    });
            tasks.add(mail);
            Jobs jobs = new Jobs(
                    database,
                    tasks,
                    mail,
                    new JobRuns(JdbcClient.create(database), Clock.systemUTC()),
                    Clock.systemUTC(),
                    EVERY);
            jobs.start();
            try {
                assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(sent.await(30, TimeUnit.SECONDS)).as("mail goes on").isTrue();
                assertThat(atWork).as("the others wait").hasValue(Jobs.AT_ONCE);
            } finally {
                end.countDown();
                jobs.stop();
            }
            assertThat(atWork).as("and have their turn").hasValue(12);
        }
    }

    @Test
    void a_run_is_noted_with_how_it_went_and_run_now_pressed_twice_runs_once() throws Exception {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(TestDatabase.fresh());
            JdbcClient sql = JdbcClient.create(database);
            JobRuns runs = new JobRuns(sql, Clock.systemUTC());
            CountDownLatch ran = new CountDownLatch(2);
            AtomicInteger times = new AtomicInteger();
            RecurringTask<Void> fine = Tasks.recurring("fine", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> {
                        times.incrementAndGet();
                        ran.countDown();
                    });
            CountDownLatch failed = new CountDownLatch(1);
            RecurringTask<Void> bad = Tasks.recurring("bad", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> {
                        failed.countDown();
                        throw new IllegalStateException(new java.io.UncheckedIOException(new java.io.IOException("x")));
                    });
            Jobs jobs = new Jobs(database, List.of(fine, bad), fine, runs, Clock.systemUTC(), EVERY);
            jobs.start();
            try {
                assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
                JobRuns.Job told = told(runs, "bad");
                assertThat(told.cause()).isEqualTo("IOException");
                assertThat(told.reference()).hasSize(6);
                assertThat(runs.failed()).isEqualTo(1);
                JobRuns.Job first = told(runs, "fine");
                assertThat(first.failed()).isFalse();
                assertThat(runs.runNow("fine", java.util.Objects.requireNonNull(first.next())))
                        .isTrue();
                assertThat(runs.runNow("fine", first.next())).as("twice").isFalse();
                assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                jobs.stop();
            }
            assertThat(times).hasValue(2);
            assertThat(runs.forgetOld()).isZero();
        }
    }

    /** How a job went, once it has ended and waits for its next turn. */
    private static JobRuns.Job told(JobRuns runs, String name) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            java.util.Optional<JobRuns.Job> found = runs.all().stream()
                    .filter(it -> it.name().equals(name) && it.last() != null && !it.running())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no run of " + name);
    }
}
