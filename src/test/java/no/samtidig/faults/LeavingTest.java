package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.Killable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is told to stop while many read, some on a connection they keep and some on a new one each time. */
@Tag("faults")
@Tag("platform")
class LeavingTest {
    private static final int READERS = 12;

    @Test
    void nobody_is_cut_off_and_nothing_fails_until_it_takes_no_new_connections(@TempDir Path folder) throws Exception {
        try (Killable app = Killable.start(folder, "--samtidig.drain=3s")) {
            URI module = URI.create("http://127.0.0.1:" + app.port() + "/moduler");
            AtomicInteger read = new AtomicInteger();
            Queue<String> failed = new ConcurrentLinkedQueue<>();
            Thread[] readers = IntStream.range(0, READERS)
                    .mapToObj(it -> Thread.ofVirtual().start(() -> read(module, it % 2 == 0, read, failed)))
                    .toArray(Thread[]::new);
            while (read.get() < 200) {
                Thread.sleep(10);
            }
            URI mine = URI.create("http://127.0.0.1:" + app.port() + "/min-side/konto");
            String cookie = signIn(app.port());
            app.terminate();
            boolean saidSo = false;
            while (!saidSo) {
                HttpResponse<String> ready = get(URI.create("http://127.0.0.1:" + app.port() + "/helse/klar"), cookie);
                saidSo = ready.statusCode() == 503;
                assertThat(ready.body()).isEqualTo(saidSo ? "ikke klar\n" : "klar\n");
            }
            int sofar = read.get();
            for (int i = 0; i < 8; i++) { // for as long as it leaves, also what asks the database
                HttpResponse<String> stillThere = get(mine, cookie);
                assertThat(stillThere.statusCode()).isEqualTo(200);
                assertThat(stillThere.body()).contains("Ane Solvik");
                Thread.sleep(200);
            }
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(failed).isEmpty();
            assertThat(read).as("it served while it was leaving").hasValueGreaterThan(sofar + READERS);
            assertThat(app.ended()).isTrue();
            assertThat(folder.resolve("postgres/postmaster.pid"))
                    .as("the database server was stopped in order, after the last of them")
                    .doesNotExist();
            assertThat(folder.resolve("log-" + app.port())).content().doesNotContain("ERROR");
        }
    }

    private static HttpResponse<String> get(URI uri, String cookie) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String signIn(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/logg-inn"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("rolle=miljoterapeut"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .allValues("Set-Cookie")
                    .stream()
                    .map(it -> it.split(";")[0])
                    .collect(Collectors.joining("; "));
        }
    }

    /** Reads until nobody takes connections any more. */
    private static void read(URI page, boolean kept, AtomicInteger read, Queue<String> failed) {
        HttpClient client = HttpClient.newHttpClient();
        try {
            while (true) {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
                    failed.add("status " + answer.statusCode() + ": "
                            + answer.body().substring(Math.max(0, answer.body().length() - 40)));
                }
                read.incrementAndGet();
                if (!kept) {
                    client.close();
                    client = HttpClient.newHttpClient();
                }
            }
        } catch (ConnectException _) {
            // it has left
        } catch (IOException cut) {
            failed.add(cut.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }
}
