package no.samtidig.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import no.samtidig.TestClock;
import no.samtidig.TestDatabase;
import no.samtidig.platform.TestSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail that does not leave says why, is tried again, and is given up after a stated number of tries. */
class FailingMailTest {
    private static final Letter LETTER = new Letter("Emne", "Tekst");

    private final HikariDataSource pool = new HikariDataSource();
    private final TestClock clock = new TestClock();
    private Outbox outbox;
    private MailQueue queue;

    @BeforeEach
    void start() {
        pool.setJdbcUrl(TestDatabase.fresh());
        outbox = new Outbox(JdbcClient.create(pool), TestSecrets.known(), clock);
        queue = new MailQueue(JdbcClient.create(pool), provider(new JavaMailSenderImpl()), clock);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    private MailSending sending(int port, int attempts, int perRecipient) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailSending(
                outbox,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                provider(sender),
                "Samtidig <ikke-svar@samtidig.invalid>",
                attempts,
                perRecipient,
                clock);
    }

    private MailQueue.Line only() {
        MailQueue.Found found = queue.find(Optional.empty(), "", 0, 10);
        assertThat(found.lines()).hasSize(1);
        return found.lines().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <ola@finnes.ikke>: Recipient address rejected: User unknown | no-such-address | true",
                "553 5.1.2 no such domain | no-such-address | true",
                "550 5.7.1 relaying denied for ola@finnes.ikke | refused | true",
                "552 5.2.2 mailbox full | full | false",
                "554 5.7.1 spam | refused | true",
                "450 4.2.0 greylisted, try again | later | false",
                "451 4.3.0 busy | later | false",
                "421 4.7.0 too many | later | false",
            })
    void what_the_server_says_is_told_in_words_and_without_addresses(String answer, String reason, boolean permanent) {
        try (RefusingServer server = new RefusingServer(answer)) {
            outbox.put("key", "ola@finnes.ikke", LETTER);
            MailSending sending = sending(server.port(), 16, 20);
            assertThat(sending.sendWaiting()).isZero();
            MailQueue.Line line = only();
            assertThat(line.reason()).isEqualTo(reason);
            assertThat(line.answer()).startsWith(answer.substring(0, 3)).doesNotContain("@");
            assertThat(line.state()).as("the first time may be a mistake").isEqualTo(MailQueue.State.FAILED);
            for (int i = 0; i < 2; i++) {
                clock.forward(Duration.ofHours(7));
                sending.sendWaiting();
            }
            assertThat(only().state()).isEqualTo(permanent ? MailQueue.State.GIVEN_UP : MailQueue.State.FAILED);
        }
    }

    @Test
    void a_mail_is_given_up_after_the_stated_number_of_tries_and_tried_again_when_asked() {
        try (RefusingServer server = new RefusingServer("450 4.2.0 later")) {
            outbox.put("key", "ola@x.invalid", LETTER);
            MailSending sending = sending(server.port(), 4, 20);
            for (int i = 0; i < 6; i++) {
                sending.sendWaiting();
                clock.forward(Duration.ofHours(7));
            }
            assertThat(only().attempts()).isEqualTo(4);
            assertThat(only().state()).isEqualTo(MailQueue.State.GIVEN_UP);
            assertThat(queue.tally().givenUp()).isEqualTo(1);
            assertThat(queue.again(only().id())).isTrue();
            assertThat(queue.again(only().id())).as("pressed twice").isFalse();
            GreenMail good = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            good.start();
            try {
                assertThat(sending(good.getSmtp().getPort(), 4, 20).sendWaiting())
                        .isEqualTo(1);
            } finally {
                good.stop();
            }
            assertThat(queue.again(only().id())).as("it has left").isFalse();
        }
    }

    @Test
    void a_server_that_is_away_is_told_as_that() {
        outbox.put("key", "ola@x.invalid", LETTER);
        sending(1, 16, 20).sendWaiting();
        assertThat(only().reason()).isEqualTo("no-answer");
        assertThat(MailFailure.of(new MailAuthenticationException("535 5.7.8 wrong for drift@x.invalid"))
                        .reason())
                .isEqualTo(MailFailure.Reason.NOT_LET_IN);
    }

    @Test
    void nobody_gets_more_than_the_stated_number_a_day_and_others_do_not_wait_for_it() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            MailSending sending = sending(server.getSmtp().getPort(), 16, 3);
            for (int i = 0; i < 5; i++) {
                outbox.put("key" + i, "ola@x.invalid", LETTER);
            }
            outbox.put("other", "kari@x.invalid", LETTER);
            assertThat(sending.sendWaiting()).isEqualTo(4);
            clock.forward(Duration.ofHours(2));
            assertThat(sending.sendWaiting()).isZero();
            clock.forward(Duration.ofHours(23));
            assertThat(sending.sendWaiting()).isEqualTo(2);
            assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")[0])
                    .matches("<[0-9a-f-]{36}@samtidig\\.invalid>");
        } finally {
            server.stop();
        }
    }
}
