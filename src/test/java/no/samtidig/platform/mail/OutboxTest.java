package no.samtidig.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.Message;
import java.time.Duration;
import no.samtidig.TestClock;
import no.samtidig.TestDatabase;
import no.samtidig.platform.TestSecrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail goes out once, to a real (test) mail server, and waits when the server is away. */
class OutboxTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HikariDataSource pool = new HikariDataSource();
    private final TestClock clock = new TestClock();
    private final Outbox outbox = open();

    private Outbox open() {
        pool.setJdbcUrl(TestDatabase.fresh());
        return new Outbox(JdbcClient.create(pool), TestSecrets.known(), clock);
    }

    private MailSending sending(int port) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        return new MailSending(
                outbox, transaction, provider(sender), "Samtidig <ikke-svar@samtidig.invalid>", 16, 20, clock);
    }

    private static ObjectProvider<JavaMailSender> provider(@Nullable JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("mailSender", sender);
        }
        return beans.getBeanProvider(JavaMailSender.class);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        pool.close();
    }

    @Test
    void a_mail_with_norwegian_letters_arrives_once_however_often_it_is_put() throws Exception {
        outbox.put("key", "ane@sundvik.invalid", new Letter("Du har fullført\nGrunnmodul", "Hei Ane Ørjavik Čáhci"));
        outbox.put("key", "ane@sundvik.invalid", new Letter("Du har fullført Grunnmodul", "igjen"));
        MailSending sending = sending(server.getSmtp().getPort());
        assertThat(sending.sendWaiting()).isEqualTo(1);
        assertThat(sending.sendWaiting()).isZero();
        Message[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Du har fullført Grunnmodul");
        assertThat(received[0].getContent().toString()).contains("Ørjavik Čáhci");
        assertThat(outbox.newest(10).getFirst().sent()).isNotNull();
    }

    @Test
    void a_secret_arrives_and_is_nowhere_in_the_database_before_or_after() throws Exception {
        JdbcClient sql = JdbcClient.create(pool);
        outbox.putWithSecret(
                "key", "ane@sundvik.invalid", new Letter("Emne", "Her: " + Outbox.SECRET + "."), "http://x.invalid/t");
        String all = "select coalesce(encode(secret, 'escape'), '') || body from platform.mail";
        assertThat(sql.sql(all).query(String.class).single()).doesNotContain("x.invalid");
        assertThat(sending(server.getSmtp().getPort()).sendWaiting()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("Her: http://x.invalid/t.");
        assertThat(sql.sql(all).query(String.class).single()).isEqualTo("Her: [secret].");
    }

    @Test
    void a_secret_that_cannot_be_opened_holds_its_own_mail_back_and_no_other() {
        new Outbox(JdbcClient.create(pool), TestSecrets.other(), clock)
                .putWithSecret(
                        "sealed", "ane@sundvik.invalid", new Letter("Emne", Outbox.SECRET), "http://x.invalid/t");
        outbox.put("plain", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        assertThat(sending(server.getSmtp().getPort()).sendWaiting()).isEqualTo(1);
        assertThat(outbox.newest(10))
                .filteredOn(it -> it.sent() == null)
                .singleElement()
                .satisfies(it -> assertThat(it.attempts()).isEqualTo(1));
    }

    @Test
    void a_mail_taken_back_never_leaves_and_one_that_has_left_stays() {
        MailSending sending = sending(server.getSmtp().getPort());
        outbox.put("left", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        sending.sendWaiting();
        outbox.put("waits", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        outbox.takeBack("left");
        outbox.takeBack("waits");
        assertThat(sending.sendWaiting()).isZero();
        assertThat(outbox.newest(10)).hasSize(1);
    }

    @Test
    void a_mail_waits_while_the_server_is_away_and_goes_when_it_is_back() {
        int port = server.getSmtp().getPort();
        server.stop();
        outbox.put("key", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        assertThat(sending(port).sendWaiting()).isZero();
        assertThat(outbox.newest(10).getFirst().attempts()).isEqualTo(1);
        server.start();
        MailSending back = sending(server.getSmtp().getPort());
        assertThat(back.sendWaiting()).as("not at once").isZero();
        clock.forward(Duration.ofMinutes(2));
        assertThat(back.sendWaiting()).isEqualTo(1);
    }

    @Test
    void without_a_mail_server_mail_stays_where_the_mailbox_shows_it() {
        outbox.put("key", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        MailSending none = new MailSending(
                outbox,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                provider(null),
                "x@samtidig.invalid",
                16,
                20,
                clock);
        assertThat(none.sendWaiting()).isZero();
        assertThat(outbox.newest(10)).hasSize(1);
    }

    @Test
    void a_sent_mail_is_emptied_after_a_month_and_never_sent_again() {
        outbox.put("old", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        MailSending sending = sending(server.getSmtp().getPort());
        sending.sendWaiting();
        clock.forward(Duration.ofDays(31));
        outbox.put("waiting", "bo@sundvik.invalid", new Letter("Emne", "Tekst"));
        assertThat(new MailUpkeep(outbox, clock).forgetOld()).isEqualTo(1);
        assertThat(outbox.newest(10)).extracting(Outbox.Mail::body).containsExactly("Tekst", "");
        assertThat(outbox.newest(10)).extracting(Outbox.Mail::recipient).containsExactly("bo@sundvik.invalid", "");
        outbox.put("old", "ane@sundvik.invalid", new Letter("Emne", "Tekst"));
        assertThat(sending.sendWaiting()).as("only the new one").isEqualTo(1);
        assertThat(new MailUpkeep(outbox, clock).forgetOld()).as("too young").isZero();
    }
}
