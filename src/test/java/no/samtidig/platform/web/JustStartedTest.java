package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import no.samtidig.Samtidig;
import no.samtidig.Starts;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever comes the moment the port is open gets a page: jobs and search may still be starting then. */
class JustStartedTest {
    @Test
    void the_first_request_finds_every_file() {
        Starts.note();
        List<Integer> came = new ArrayList<>();
        ApplicationListener<WebServerInitializedEvent> first =
                event -> came.add(get("http://127.0.0.1:" + event.getWebServer().getPort() + "/logg-inn"));
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Samtidig.class)
                .listeners(first)
                .run(
                        "--server.port=0",
                        "--samtidig.jobs=false",
                        "--samtidig.demo-progress=false",
                        "--samtidig.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--samtidig.database.url=" + TestDatabase.fresh())) {
            assertThat(application.isRunning()).isTrue();
            assertThat(came).containsExactly(200);
        }
    }

    private static int get(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
