package no.samtidig.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what waits in the outbox. Without a mail server set, mail stays in the outbox, where the development mailbox shows it. */
@Component
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final String host;
    private final String from;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    MailSending(
            Outbox outbox,
            TransactionTemplate transaction,
            @Value("${samtidig.mail.host:}") String host,
            @Value("${samtidig.mail.port:25}") int port,
            @Value("${samtidig.mail.from}") String from) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.host = host;
        this.from = from;
        server.setHost(host);
        server.setPort(port);
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties settings = server.getJavaMailProperties();
        settings.setProperty("mail.smtp.connectiontimeout", "5000");
        settings.setProperty("mail.smtp.timeout", "5000");
    }

    @Bean
    RecurringTask<Void> sendMail() {
        return Tasks.recurring("send-mail", FixedDelay.ofSeconds(5)).execute((instance, context) -> sendWaiting());
    }

    /** Sends up to twenty; returns how many went out. One that fails is tried again later and does not hold the others back. */
    int sendWaiting() {
        if (host.isEmpty()) {
            return 0;
        }
        Integer sent = transaction.execute(status ->
                (int) outbox.waiting(20).stream().filter(this::sendOne).count());
        return sent == null ? 0 : sent;
    }

    private boolean sendOne(Outbox.Mail mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            server.send(message);
            outbox.sent(mail.id());
            return true;
        } catch (MailException failure) {
            LOG.warn(
                    "Mail {} could not be sent: {}",
                    mail.id(),
                    failure.getClass().getSimpleName());
            outbox.failed(mail.id());
            return false;
        }
    }
}
