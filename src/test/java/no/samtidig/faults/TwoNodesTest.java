package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes with jobs on one database outside. */
@Tag("faults")
@Tag("platform")
class TwoNodesTest {
    private static final String DATABASE = App.demoWorld();
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static App one;
    private static App other;

    private static final Question QUESTION = Question.any();

    @BeforeAll
    static void start() {
        POST.start();
        one = node(0);
        other = node(0);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        POST.stop();
    }

    private static App node(int port) {
        return App.start(
                "--server.port=" + port,
                "--samtidig.database.url=" + DATABASE,
                "--samtidig.jobs=true",
                "--samtidig.drain=1s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + POST.getSmtp().getPort());
    }

    private static int port(App node) {
        return URI.create(node.address()).getPort();
    }

    @Test
    void who_signed_in_at_one_is_signed_in_at_the_other_and_out_of_both() {
        Person here = one.signedIn("miljoterapeut");
        Person there = here.at(other.address());
        assertThat(there.get("/min-side").path()).isEqualTo("/min-side");
        there.post("/logg-ut");
        assertThat(here.get("/min-side").path()).isEqualTo("/logg-inn");
    }

    @Test
    void a_role_given_or_ended_at_one_holds_at_the_other_thirty_seconds_later() {
        Person person = other.signedIn("kursholder");
        assertThat(person.get("/min-side").one("header").text())
                .as("remembered now")
                .contains("Kursholder");
        AccountId account = one.bean(JdbcClient.class)
                .sql("select account from access.role_grant where role = 'kursholder' and ended is null limit 1")
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .single();
        Accounts accounts = one.bean(Accounts.class);
        UnitPath unit = new UnitPath("no.almenes_kommune.psykisk_helse_og_rus");
        accounts.grant(null, account, Role.CLINICIAN, Place.of(unit), "Team psykisk helse og rus");
        accounts.revoke(null, account, Role.FACILITATOR);
        other.clock().forward(Duration.ofSeconds(31));
        assertThat(person.get("/min-side").one("header").text())
                .contains("Team psykisk helse og rus")
                .doesNotContain("Kursholder");
        other.clock().reset();
    }

    @Test
    void each_mail_goes_out_once() {
        List<String> all =
                IntStream.range(0, 120).mapToObj(it -> "Brev nummer " + it).toList();
        Outbox outbox = one.bean(Outbox.class);
        all.forEach(it -> outbox.put(it, it.replace(' ', '.') + "@samtidig.invalid", new Letter(it, "Hei.")));
        JdbcClient sql = one.bean(JdbcClient.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sql.sql("select count(*) from platform.mail where sent is null")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(Arrays.stream(POST.getReceivedMessages())
                        .map(TwoNodesTest::subject)
                        .filter(it -> it.startsWith("Brev nummer")))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static String subject(MimeMessage it) {
        try {
            return it.getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void one_is_restarted_and_then_the_other_and_nothing_fails_for_those_who_read_and_write() throws Exception {
        Person person = one.signedIn("behandler");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        Queue<String> keys = new ConcurrentLinkedQueue<>();
        try (Balancer balancer = new Balancer(port(one), port(other))) {
            await().until(() -> balancer.ready().size() == 2);
            String address = "http://127.0.0.1:" + balancer.port();
            Thread[] people = IntStream.range(0, 6)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                        while (!enough.get()) {
                            String key = UUID.randomUUID().toString();
                            work(person.at(address), key, failed);
                            keys.add(key);
                            done.incrementAndGet();
                        }
                    }))
                    .toArray(Thread[]::new);
            await().until(() -> done.get() > 20);
            one = restarted(one, balancer);
            other = restarted(other, balancer);
            int before = done.get();
            await().until(() -> done.get() > before + 20);
            enough.set(true);
            for (Thread it : people) {
                it.join();
            }
        }
        assertThat(failed).isEmpty();
        assertThat(one.bean(JdbcClient.class)
                        .sql("select key::text from learning.answer where key = any(:keys::uuid[])")
                        .param("keys", keys.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    private static App restarted(App node, Balancer balancer) {
        int port = port(node);
        node.close();
        assertThat(balancer.ready()).as("the balancer knew").hasSize(1);
        App again = node(port);
        await().until(() -> balancer.ready().size() == 2);
        return again;
    }

    /** Reads a page and answers a question. */
    private static void work(Person person, String key, Queue<String> failed) {
        try {
            Person.Answer page = person.get("/moduler/grunnmodul");
            Person.Answer answer =
                    person.post(QUESTION.action(), "nokkel", key, "versjon", QUESTION.version(), "valg", "0");
            if (page.status() != 200 || answer.status() != 200) {
                failed.add(page.status() + " and " + answer.status());
            }
        } catch (UncheckedIOException cut) {
            failed.add(cut.toString());
        }
    }
}
