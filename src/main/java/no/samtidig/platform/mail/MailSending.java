package no.samtidig.platform.mail;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox to the server named by {@code spring.mail.*}. Without one, mail stays in the outbox, where the
 * development mailbox shows it.
 */
@Component
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    /** Handfuls sent at most before the job gives up its turn: a few minutes. */
    private static final int RUN = 100;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final @Nullable MailSender server;
    private final String from;

    MailSending(
            Outbox outbox,
            TransactionTemplate transaction,
            ObjectProvider<MailSender> server,
            @Value("${samtidig.mail.from}") String from) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.server = server.getIfAvailable();
        this.from = from;
    }

    @Bean
    RecurringTask<Void> sendMail() {
        return Tasks.recurring("send-mail", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> sendAll(context.getSchedulerState()));
    }

    /** One run: as long as there is more, but not so long that nobody else gets the turn, and not when the node is to stop. */
    private void sendAll(SchedulerState node) {
        int run = 0;
        while (!node.isShuttingDown() && sendWaiting() > 0 && run < RUN) {
            run++;
        }
    }

    /** Sends up to twenty; returns how many went out. One that fails is tried again later and does not hold the others back. */
    int sendWaiting() {
        MailSender open = server;
        if (open == null) {
            return 0;
        }
        Integer sent = transaction.execute(status -> (int)
                outbox.waiting(20).stream().filter(it -> sendOne(open, it)).count());
        return sent == null ? 0 : sent;
    }

    private boolean sendOne(MailSender open, Outbox.Mail mail) {
        if (!mail.whole()) {
            LOG.warn("Mail {} could not be sent: its secret was sealed under another key", mail.id());
            outbox.failed(mail);
            return false;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            open.send(message);
            outbox.sent(mail.id());
            return true;
        } catch (MailException failure) {
            LOG.warn(
                    "Mail {} could not be sent: {}",
                    mail.id(),
                    failure.getClass().getSimpleName());
            outbox.failed(mail);
            return false;
        }
    }
}
