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
            app.terminate();
            boolean saidSo = false;
            while (!saidSo) {
                HttpResponse<String> ready = get(URI.create("http://127.0.0.1:" + app.port() + "/helse/klar"));
                saidSo = ready.statusCode() == 503;
                assertThat(ready.body()).isEqualTo(saidSo ? "ikke klar\n" : "klar\n");
            }
            int sofar = read.get();
            HttpResponse<String> stillThere = get(module);
            assertThat(stillThere.statusCode()).isEqualTo(200);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(failed).isEmpty();
            assertThat(read).as("it served while it was leaving").hasValueGreaterThan(sofar + READERS);
            assertThat(app.ended()).isTrue();
        }
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
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
