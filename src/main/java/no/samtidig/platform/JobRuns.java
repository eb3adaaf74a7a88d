package no.samtidig.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of the jobs. Of runs that went well the last of each hour is kept, of those that failed each; all of them for ninety days.
 */
@Component
public class JobRuns {
    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

    /** Names this node among others: process and machine. */
    static final String NODE = ManagementFactory.getRuntimeMXBean().getName();

    static final Period KEPT = Period.ofDays(90);

    /** Readable letters and digits: none is taken for another. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int REFERENCE = 6;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient sql;
    private final Clock clock;

    JobRuns(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How a job stands.
     *
     * @param name as it is declared
     * @param last when it last ended, well or not; null for never
     * @param took of that run; null for never
     * @param cause what kind of exception ended it; empty where it went well
     * @param reference by which the log tells more; empty where it went well
     * @param next when it runs next; null where no node has it
     * @param running whether it is at work now
     */
    public record Job(
            String name,
            @Nullable OffsetDateTime last,
            @Nullable Duration took,
            String cause,
            String reference,
            @Nullable OffsetDateTime next,
            boolean running) {
        public boolean failed() {
            return !cause.isEmpty();
        }
    }

    /** All that ever ran or will, those that failed first. */
    public List<Job> all() {
        return sql.sql("""
                select coalesce(t.task_name, r.job) as job, r.began, r.ended, coalesce(r.cause, '') as cause,
                    coalesce(r.reference, '') as reference, t.execution_time, coalesce(t.picked, false) as picked
                from (select distinct on (job) * from platform.job_run order by job, ended desc) r
                    full join platform.scheduled_tasks t on t.task_name = r.job
                order by coalesce(r.cause, '') = '', 1
                """)
                .query((row, _) -> {
                    OffsetDateTime began = row.getObject("began", OffsetDateTime.class);
                    OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
                    return new Job(
                            row.getString("job"),
                            ended,
                            began == null ? null : Duration.between(began, ended),
                            row.getString("cause"),
                            row.getString("reference"),
                            row.getObject("execution_time", OffsetDateTime.class),
                            row.getBoolean("picked"));
                })
                .list();
    }

    /** How many jobs failed at their last run. */
    public int failed() {
        return (int) all().stream().filter(Job::failed).count();
    }

    /** Nodes that have run a job since a time. */
    public List<String> nodesSince(OffsetDateTime since) {
        return sql.sql("select distinct node from platform.job_run where ended > :since order by node")
                .param("since", since)
                .query(String.class)
                .list();
    }

    /**
     * Has a job run as soon as a node looks, within seconds.
     *
     * @param next when it was to run, as the page told: asked twice, it runs once
     * @return false where it runs, has run or was asked to in the meantime
     */
    public boolean runNow(String name, OffsetDateTime next) {
        return sql.sql("""
                        update platform.scheduled_tasks set execution_time = :now, version = version + 1
                        where task_name = :name and execution_time = :next and not picked and execution_time > :now
                        """)
                        .param("name", name)
                        .param("next", next)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Notes a run. Nothing that goes wrong here ends a job. */
    void note(String job, OffsetDateTime began, @Nullable Throwable failure) {
        String reference = failure == null ? null : reference();
        if (failure != null) {
            LOG.error("Job {} failed, reference {}", job, reference, failure);
        }
        try {
            sql.sql("""
                    insert into platform.job_run (job, slot, began, ended, node, cause, reference)
                    values (:job, :slot, :began, :now, :node, :cause, :reference)
                    on conflict (job, slot) do update set began = excluded.began, ended = excluded.ended, node = excluded.node
                    """)
                    .param("job", job)
                    .param("slot", failure == null ? began.truncatedTo(ChronoUnit.HOURS) : began)
                    .param("began", began)
                    .param("now", OffsetDateTime.now(clock))
                    .param("node", NODE)
                    .param(
                            "cause",
                            failure == null ? null : root(failure).getClass().getSimpleName())
                    .param("reference", reference)
                    .update();
        } catch (DataAccessException away) {
            LOG.warn(
                    "A run of job {} could not be noted: {}",
                    job,
                    away.getClass().getSimpleName());
        }
    }

    private static Throwable root(Throwable failure) {
        return Optional.ofNullable(failure.getCause()).map(JobRuns::root).orElse(failure);
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE; i++) {
            reference.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return reference.toString();
    }

    @Bean
    RecurringTask<Void> forgetJobRuns() {
        return Tasks.recurring("forget-job-runs", FixedDelay.ofHours(24)).execute((instance, context) -> forgetOld());
    }

    int forgetOld() {
        return sql.sql("delete from platform.job_run where ended < :before")
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }
}
