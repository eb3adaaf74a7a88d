package no.samtidig.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the recurring jobs the modules declare as beans, each on one node at a time: the database decides which. */
@Component
@ConditionalOnProperty(name = "samtidig.jobs", havingValue = "true", matchIfMissing = true)
class Jobs implements SmartLifecycle {
    /** A node that was killed holds on to its jobs until it has missed this many; another, or the same one started again, goes on then. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED = 4;

    private final DataSource database;
    private final List<RecurringTask<Void>> tasks;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource database, List<RecurringTask<Void>> tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    @Override
    public void start() {
        Scheduler started = Scheduler.create(database)
                .startTasks(tasks)
                .tableName("platform.scheduled_tasks")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .build();
        started.start();
        scheduler = started;
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
