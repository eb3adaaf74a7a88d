package no.samtidig.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Removes invitations and links to new passwords that are over. */
@Component
class LinkUpkeep {
    /** How long a list shows what became of an invitation: so long after it was accepted, withdrawn or ran out. */
    static final Duration INVITATIONS_KEPT = Duration.ofDays(90);

    /** How long a link to a new password is remembered after it ran out, so that using it again is explained. */
    static final Duration RESETS_KEPT = Duration.ofDays(1);

    private final InvitationStore invitations;
    private final PasswordResetStore resets;
    private final Clock clock;

    LinkUpkeep(InvitationStore invitations, PasswordResetStore resets, Clock clock) {
        this.invitations = invitations;
        this.resets = resets;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> removeOldLinks() {
        return Tasks.recurring("remove-old-links", FixedDelay.ofMinutes(60))
                .execute((instance, context) -> removeOld());
    }

    void removeOld() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        invitations.removeOlder(now.minus(INVITATIONS_KEPT));
        resets.removeOlder(now.minus(RESETS_KEPT));
    }
}
