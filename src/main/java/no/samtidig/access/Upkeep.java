package no.samtidig.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what has been kept long enough. The times stand in {@code docs/privacy.md}. */
@Component
class Upkeep {
    /** How many years the audit log is kept; the database itself refuses to let a younger line go. */
    private static final int AUDIT_YEARS = 5;

    private final JdbcClient sql;
    private final Closing closing;
    private final OneTimeCodes codes;
    private final Clock clock;

    Upkeep(JdbcClient sql, Closing closing, OneTimeCodes codes, Clock clock) {
        this.sql = sql;
        this.closing = closing;
        this.codes = codes;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> warnUnusedAccounts() {
        return Tasks.recurring("warn-unused-accounts", FixedDelay.ofHours(24))
                .execute((instance, context) -> closing.warnUnused());
    }

    @Bean
    RecurringTask<Void> closeUnusedAccounts() {
        return Tasks.recurring("close-unused-accounts", FixedDelay.ofHours(24))
                .execute((instance, context) -> closing.closeUnused());
    }

    @Bean
    RecurringTask<Void> eraseClosedAccounts() {
        return Tasks.recurring("erase-closed-accounts", FixedDelay.ofHours(1))
                .execute((instance, context) -> closing.eraseClosed());
    }

    @Bean
    RecurringTask<Void> forgetOldAudit() {
        return Tasks.recurring("forget-old-audit", FixedDelay.ofHours(24))
                .execute((instance, context) -> forgetOldAudit(OffsetDateTime.now(clock)));
    }

    /** By a function of the role that owns the log: the application's own may only read and add. */
    long forgetOldAudit(OffsetDateTime now) {
        return sql.sql("select access.forget_old_audit(:before)")
                .param("before", now.minusYears(AUDIT_YEARS))
                .query(Long.class)
                .single();
    }

    @Bean
    RecurringTask<Void> removeUnfinishedAuthenticators() {
        return Tasks.recurring("remove-unfinished-authenticators", FixedDelay.ofHours(24))
                .execute((instance, context) -> codes.removeUnfinished());
    }
}
