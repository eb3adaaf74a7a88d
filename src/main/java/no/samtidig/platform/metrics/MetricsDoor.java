package no.samtidig.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import no.samtidig.platform.StartProblem;

/** Where the numbers are read: {@code /metrics} on an address and port of its own, in Prometheus' text form. Nothing else is there. */
class MetricsDoor implements AutoCloseable {
    private static final String PATH = "/metrics";

    private final HttpServer server;

    MetricsDoor(String address, int port, PrometheusMeterRegistry registry, DatabaseMeter database) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The port for metrics, " + port + " at " + address + ", cannot be opened.",
                    "Choose another in samtidig.metrics.port, or 0 for none.");
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, exchange -> answer(exchange, registry, database));
        server.start();
    }

    private static void answer(HttpExchange exchange, PrometheusMeterRegistry registry, DatabaseMeter database)
            throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH) || !"GET".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            database.look();
            byte[] numbers = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, numbers.length);
            exchange.getResponseBody().write(numbers);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
