package no.samtidig.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers are there for whoever asked for them, on a port of their own, and tell of nobody. */
class MetricsTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    private static HttpResponse<String> read(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void by_default_there_are_none() {
        assertThat(App.shared().visitor().get("/metrics").status()).isEqualTo(404);
        assertThat(App.shared().signedIn("administrator").get("/metrics").status())
                .isEqualTo(404);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> App.shared().bean(MeterRegistry.class))
                .isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    @Test
    void where_they_are_asked_for_they_count_routes_connections_jobs_and_mail_and_name_nobody() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (App app = App.start("--samtidig.metrics.port=" + port)) {
            Person learner = app.signedIn("miljoterapeut");
            learner.get("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
            learner.get("/min-side");
            learner.get("/svar/ABCD-EFGH-JKLM");
            learner.get("/kursbevis/ABCD-EFGH-JKLM-NPQR");
            learner.get("/finnes-ikke/ane.solvik@sundvik.invalid");
            HttpResponse<String> answer = read(port, "/metrics");
            assertThat(answer.statusCode()).isEqualTo(200);
            String numbers = answer.body();
            assertThat(numbers)
                    .contains(
                            "route=\"/moduler/{module}/{lesson}/{step}\"",
                            "samtidig_database_up 1.0",
                            "samtidig_connections{pool=\"samtidig\",state=\"active\"}",
                            "samtidig_mail_waiting",
                            "samtidig_backup_age_seconds -1.0",
                            "jvm_memory_used_bytes",
                            "status=\"4xx\"")
                    .doesNotContain("/svar", "grunnmodul", "hvorfor-samtidig", "finnes-ikke", "@", "127.0.0.1");
            assertThat(ID.matcher(numbers).find()).as("no id and no code").isFalse();
            List<String> people = app.bean(JdbcClient.class)
                    .sql("select unnest(array[name, email, id::text]) from access.account")
                    .query(String.class)
                    .list();
            assertThat(people).isNotEmpty().noneMatch(numbers::contains);
            for (String other : List.of("/", "/metrics/", "/metricsx", "/helse", "/min-side")) {
                assertThat(read(port, other).statusCode()).as(other).isEqualTo(404);
            }
            assertThat(app.visitor().get("/metrics").status())
                    .as("not where people are")
                    .isEqualTo(404);
        }
    }
}
