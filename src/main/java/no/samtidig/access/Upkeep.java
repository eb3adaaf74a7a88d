package no.samtidig.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes counted sign-in failures that no longer matter. */
@Component
class Upkeep {
    private final JdbcClient sql;
    private final Clock clock;

    Upkeep(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetSignInFailures() {
        return Tasks.recurring("forget-sign-in-failures", FixedDelay.ofMinutes(15))
                .execute((instance, context) -> forgetOld());
    }

    int forgetOld() {
        return sql.sql("delete from access.sign_in_failure where at < :since")
                .param("since", OffsetDateTime.now(clock).minus(SigningIn.WINDOW))
                .update();
    }
}
