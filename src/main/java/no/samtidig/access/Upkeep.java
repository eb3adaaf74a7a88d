package no.samtidig.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Removes what has been kept long enough. The times stand in {@code docs/privacy.md}. */
@Component
class Upkeep {
    private final AuditChain chain;
    private final AuditChainStore lines;
    private final Closing closing;
    private final OneTimeCodes codes;
    private final Clock clock;

    Upkeep(AuditChain chain, AuditChainStore lines, Closing closing, OneTimeCodes codes, Clock clock) {
        this.chain = chain;
        this.lines = lines;
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

    /** The database itself refuses to let a younger line go. */
    long forgetOldAudit(OffsetDateTime now) {
        return lines.removeBefore(now.minusYears(AuditChain.YEARS));
    }

    @Bean
    RecurringTask<Void> chainAudit() {
        return Tasks.recurring("chain-audit", FixedDelay.ofMinutes(1)).execute((instance, context) -> chain.seal());
    }

    @Bean
    RecurringTask<Void> checkAudit() {
        return Tasks.recurring("check-audit", FixedDelay.ofHours(24)).execute((instance, context) -> chain.check());
    }

    @Bean
    RecurringTask<Void> removeUnfinishedAuthenticators() {
        return Tasks.recurring("remove-unfinished-authenticators", FixedDelay.ofHours(24))
                .execute((instance, context) -> codes.removeUnfinished());
    }
}
