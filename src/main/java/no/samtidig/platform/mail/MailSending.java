package no.samtidig.platform.mail;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import no.samtidig.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox to the server named by {@code spring.mail.*}. Without one, mail stays in the outbox, where the
 * development mailbox shows it. What fails is tried again, and given up after {@code samtidig.mail.attempts} times; after
 * {@link #PERMANENT} where the server says that it is for good.
 */
@Component
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    /** Handfuls sent at most before the job gives up its turn: a few minutes. */
    private static final int RUN = 100;

    /** Some servers say "for good" and mean "not yet"; after three times we believe it. */
    static final int PERMANENT = 3;

    /** Counted for {@code samtidig.mail.per-recipient}. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration LOOKED_AT_AGAIN = Duration.ofHours(1);

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final @Nullable JavaMailSender server;
    private final InternetAddress from;
    private final int attempts;
    private final int perRecipient;
    private final Clock clock;

    MailSending(
            Outbox outbox,
            TransactionTemplate transaction,
            ObjectProvider<JavaMailSender> server,
            @Value("${samtidig.mail.from}") String from,
            @Value("${samtidig.mail.attempts:16}") int attempts,
            @Value("${samtidig.mail.per-recipient:20}") int perRecipient,
            Clock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.server = server.getIfAvailable();
        this.from = sender(from);
        this.attempts = attempts;
        this.perRecipient = perRecipient;
        this.clock = clock;
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (AddressException | java.io.UnsupportedEncodingException wrong) {
            throw new StartProblem(
                    "The setting samtidig.mail.from is no address (" + from + ").",
                    "Write it as: Samtidig <ikke-svar@your.domain>");
        }
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
        JavaMailSender open = server;
        if (open == null) {
            return 0;
        }
        Integer sent = transaction.execute(status -> (int)
                outbox.waiting(20).stream().filter(it -> sendOne(open, it)).count());
        return sent == null ? 0 : sent;
    }

    private boolean sendOne(JavaMailSender open, Outbox.Mail mail) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (outbox.sentSince(mail.recipient(), now.minus(DAY)) >= perRecipient) {
            outbox.postpone(mail.id(), now.plus(LOOKED_AT_AGAIN));
            return false;
        }
        if (!mail.whole()) {
            return failed(mail, MailFailure.of(MailFailure.Reason.SEALED));
        }
        try {
            open.send(message(open, mail));
            outbox.sent(mail.id());
            return true;
        } catch (MailException failure) {
            return failed(mail, MailFailure.of(failure));
        } catch (MessagingException unfit) {
            return failed(
                    mail,
                    new MailFailure(
                            MailFailure.Reason.NO_SUCH_ADDRESS,
                            MailFailure.masked(String.valueOf(unfit.getMessage()))));
        }
    }

    private boolean failed(Outbox.Mail mail, MailFailure failure) {
        int tried = mail.attempts() + 1;
        boolean giveUp = tried >= (failure.reason().permanent() ? PERMANENT : attempts);
        LOG.warn(
                "Mail {} could not be sent, try {}{}: {} {}",
                mail.id(),
                tried,
                giveUp ? " and last" : "",
                failure.reason().code(),
                failure.answer());
        outbox.failed(mail, failure, giveUp);
        return false;
    }

    /** The same mail has the same Message-ID at every try, in our own domain: a server that got it twice can tell. */
    private MimeMessage message(JavaMailSender open, Outbox.Mail mail) throws MessagingException {
        MimeMessage message = open.createMimeMessage();
        MimeMessageHelper fields = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        fields.setFrom(from);
        fields.setTo(mail.recipient());
        fields.setSubject(mail.subject());
        fields.setText(mail.body());
        String address = from.getAddress();
        if (!mail.unsubscribe().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("Message-ID", "<" + mail.id() + address.substring(address.indexOf('@')) + ">");
        return message;
    }
}
