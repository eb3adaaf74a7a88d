package no.samtidig.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Forgets what sent mails said. */
@Component
class MailUpkeep {
    /** How long a sent mail can be looked at, should somebody say that it never came. */
    static final Period KEPT = Period.ofDays(30);

    private final Outbox outbox;
    private final Clock clock;

    MailUpkeep(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetSentMail() {
        return Tasks.recurring("forget-sent-mail", FixedDelay.ofHours(24)).execute((instance, context) -> forgetOld());
    }

    int forgetOld() {
        return outbox.emptySent(OffsetDateTime.now(clock).minus(KEPT));
    }
}
