package no.samtidig.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in the database: they outlive a restart and are the same on every node. How long one lasts is set when its owner is known
 * ({@link SessionTerms}); until then half an hour without use ends it.
 */
@Configuration
@EnableSpringHttpSession
class SessionConfiguration {
    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final JdbcIndexedSessionRepository stored;

    SessionConfiguration(JdbcOperations sql, TransactionTemplate transaction) {
        stored = new JdbcIndexedSessionRepository(sql, transaction);
        stored.setTableName("access.session");
        stored.setDefaultMaxInactiveInterval(UNUSED);
        stored.setCleanupCron(Scheduled.CRON_DISABLED); // the job below does it, on one node at a time
        stored.afterPropertiesSet();
    }

    @Bean
    SessionRepository<? extends Session> sessionRepository() {
        return QuietSessions.around(stored);
    }

    @Bean
    Sessions sessions() {
        return new Sessions(stored);
    }

    @Bean
    RecurringTask<Void> removeExpiredSessions() {
        return Tasks.recurring("remove-expired-sessions", FixedDelay.ofMinutes(60))
                .execute((instance, context) -> stored.cleanUpExpiredSessions());
    }
}
