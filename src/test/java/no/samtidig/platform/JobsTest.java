package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes on by itself goes on again soon after a node was killed. */
class JobsTest {
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
            Jobs jobs = new Jobs(database, List.of(task));
            jobs.start();
            try {
                assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                jobs.stop();
            }
        }
    }
}
