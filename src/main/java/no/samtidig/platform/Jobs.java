package no.samtidig.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import no.samtidig.platform.database.Connections;
import no.samtidig.platform.database.LongWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the recurring jobs the modules declare as beans, each on one node at a time: the database decides which. Mail goes out whatever
 * the other jobs are at.
 */
@Component
@ConditionalOnProperty(name = "samtidig.jobs", havingValue = "true", matchIfMissing = true)
class Jobs implements SmartLifecycle {
    /** A node that was killed holds on to its jobs until it has missed this many; another, or the same one started again, goes on then. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED = 4;

    /** Jobs at work at one time, besides mail: each may hold a connection, and most of the pool is for requests. */
    static final int AT_ONCE = 4;

    /** How long a job may go on when the node is to stop; then it is interrupted. */
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    /** How often a node looks for work. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Duration every;
    private final DataSource database;
    private final List<RecurringTask<Void>> tasks;
    private final RecurringTask<Void> mail;
    private final JobRuns runs;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private @Nullable Scheduler scheduler;

    @Autowired
    Jobs(
            Connections database,
            List<RecurringTask<Void>> tasks,
            @Qualifier("sendMail") RecurringTask<Void> mail,
            JobRuns runs,
            Clock clock) {
        this(database.reserved(), tasks, mail, runs, clock, EVERY);
    }

    /** On the connections for what no crowd may hold up: whoever cannot say that it lives, loses its job to another node. */
    Jobs(
            DataSource database,
            List<RecurringTask<Void>> tasks,
            RecurringTask<Void> mail,
            JobRuns runs,
            Clock clock,
            Duration every) {
        this.every = every;
        this.database = database;
        this.tasks = tasks;
        this.mail = mail;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void start() {
        Scheduler started = Scheduler.create(database)
                .startTasks(tasks)
                .tableName("platform.scheduled_tasks")
                .threads(tasks.size()) // none waits for a thread, since none runs twice at once
                .schedulerName(new SchedulerName.Fixed(JobRuns.NODE))
                .addExecutionInterceptor(this::inTurn)
                .pollingInterval(every)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(LAST_WORK)
                .build();
        started.start();
        scheduler = started;
    }

    private CompletionHandler<?> inTurn(TaskInstance<?> job, ExecutionContext context, ExecutionChain rest) {
        if (job.getTaskName().equals(mail.getName())) {
            return LongWork.call(() -> noted(job, context, rest));
        }
        turns.acquireUninterruptibly();
        try {
            return LongWork.call(() -> noted(job, context, rest));
        } finally {
            turns.release();
        }
    }

    private CompletionHandler<?> noted(TaskInstance<?> job, ExecutionContext context, ExecutionChain rest) {
        OffsetDateTime began = OffsetDateTime.now(clock);
        try {
            CompletionHandler<?> done = rest.proceed(job, context);
            runs.note(job.getTaskName(), began, null);
            return done;
        } catch (RuntimeException failure) {
            runs.note(job.getTaskName(), began, failure);
            throw failure;
        }
    }

    @Override
    public void stop(Runnable done) {
        Thread.ofVirtual().name("last-jobs").start(() -> {
            try {
                stop();
            } finally {
                done.run();
            }
        });
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
