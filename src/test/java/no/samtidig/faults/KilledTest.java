package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.Killable;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application, or its database server alone, is killed without warning while answers are written. */
@Tag("faults")
@Tag("learning")
@Proves(Promise.NEVER_LOST)
class KilledTest {
    private static final int WRITERS = 4;

    @Test
    void every_acknowledged_answer_is_there_after_the_restart_and_none_twice(@TempDir Path folder) throws Exception {
        Question question = Question.any();
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<UUID> sent = new ConcurrentLinkedQueue<>();

        Killable first = Killable.start(folder);
        int port = first.port();
        String cookie = signIn(port);
        Thread[] writers = IntStream.range(0, WRITERS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> write(port, cookie, question, sent, acknowledged)))
                .toArray(Thread[]::new);
        while (acknowledged.size() < 60) {
            assertThat(Stream.of(writers).anyMatch(Thread::isAlive))
                    .as("somebody still writes")
                    .isTrue();
            Thread.sleep(20);
        }
        first.kill();
        for (Thread writer : writers) {
            writer.join();
        }

        try (Killable second = Killable.start(folder)) {
            int again = second.port();
            List<UUID> uncertain =
                    sent.stream().filter(it -> !acknowledged.contains(it)).toList();
            String newCookie = signIn(again);
            for (UUID key : List.copyOf(sent)) {
                assertThat(answer(again, newCookie, question, key))
                        .as("sending once more what was sent before")
                        .isEqualTo(303);
            }
            List<UUID> kept = second.database()
                    .sql("select key from learning.answer")
                    .query(UUID.class)
                    .list();
            assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged).containsAll(uncertain);
            assertThat(kept).hasSameSizeAs(sent);
        }
    }

    @Test
    void a_killed_database_server_comes_back_by_itself_and_every_answer_arrives_once(@TempDir Path folder)
            throws Exception {
        Question question = Question.any();
        List<UUID> keys = Stream.generate(UUID::randomUUID).limit(200).toList();
        int refused = 0;
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        try (Killable app = Killable.start(folder)) {
            String cookie = signIn(app.port());
            for (UUID key : keys) {
                if (key.equals(keys.get(20))) {
                    app.killDatabase();
                }
                while (answer(app.port(), cookie, question, key) != 303) {
                    refused++;
                    assertThat(System.nanoTime())
                            .as("the server is back in time")
                            .isLessThan(end);
                    Thread.sleep(100);
                }
            }
            assertThat(refused).as("the kill was felt").isPositive();
            assertThat(app.database()
                            .sql("select key from learning.answer")
                            .query(UUID.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    private static void write(int port, String cookie, Question question, Queue<UUID> sent, Queue<UUID> acknowledged) {
        while (true) {
            UUID key = UUID.randomUUID();
            sent.add(key);
            try {
                if (answer(port, cookie, question, key) != 303) {
                    return;
                }
                acknowledged.add(key);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static int answer(int port, String cookie, Question question, UUID key)
            throws IOException, InterruptedException {
        String body = "nokkel=" + key + "&versjon=" + question.version() + "&valg=0";
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + question.action()))
                                .timeout(Duration.ofSeconds(10))
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String signIn(int port) throws IOException, InterruptedException {
        HttpResponse<Void> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/logg-inn"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "rolle=" + URLEncoder.encode("miljoterapeut", StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.headers().allValues("Set-Cookie").stream()
                .map(it -> it.split(";")[0])
                .collect(Collectors.joining("; "));
    }
}
