package no.samtidig.administration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Long files of places are taken in by a job: nobody has to wait for them with a page open. */
@Component
class TakingIn {
    private final PlaceImport imports;

    TakingIn(PlaceImport imports) {
        this.imports = imports;
    }

    @Bean
    RecurringTask<Void> takeInPlaces() {
        return Tasks.recurring("take-in-places", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> imports.takeInBegun());
    }
}
