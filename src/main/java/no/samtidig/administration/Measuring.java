package no.samtidig.administration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Notes each day how large the database is. */
@Component
class Measuring {
    private final Condition condition;

    Measuring(Condition condition) {
        this.condition = condition;
    }

    @Bean
    RecurringTask<Void> measureDatabase() {
        return Tasks.recurring("measure-database", FixedDelay.ofHours(24))
                .execute((instance, context) -> condition.measure());
    }
}
