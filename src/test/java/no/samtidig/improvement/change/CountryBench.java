package no.samtidig.improvement.change;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.samtidig.App;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a country in a data folder ({@code bin/simulate}), and measures what its people wait for ({@code bin/bench country}). Prints JSON.
 */
public final class CountryBench {
    private static final int WARM = 10;
    private static final int TIMES = 60;

    private CountryBench() {}

    /** A folder, units, people, the effect, the seed, and {@code measure} or {@code keep}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int units = Integer.parseInt(arguments[1]);
        int people = Integer.parseInt(arguments[2]);
        Country.Effect effect = Country.Effect.valueOf(arguments[3].toUpperCase(Locale.ROOT));
        long seed = Long.parseLong(arguments[4]);
        try (App app = App.start("--samtidig.database.directory=" + folder)) {
            long begun = System.nanoTime();
            Country.load(address(folder), units, people, effect, seed, LocalDate.now(app.clock()));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("units", units);
            figures.put("people", people);
            figures.put("loading_s", rounded((System.nanoTime() - begun) / 1e9));
            if (arguments[5].equals("measure")) {
                List<Map<String, Object>> pages = new ArrayList<>();
                figures.put("pages", pages);
                for (List<String> it : List.of(
                        List.of("regional-kontakt", "/regionen"),
                        List.of("regional-kontakt", "/regionen/enheter"),
                        List.of("regional-kontakt", "/regionen/tall"),
                        List.of("regional-kontakt", "/regionen/endring"),
                        List.of("prosjektleder", "/programmet/endring"),
                        List.of("enhetsleder", "/enheten"),
                        List.of("enhetsleder", "/enheten/tiltak"))) {
                    Country.tell(it.getLast() + " as " + it.getFirst());
                    pages.add(page(app, it.getFirst(), it.getLast()));
                }
            }
            System.out.println("FIGURES " + JsonMapper.builder().build().writeValueAsString(figures));
        }
    }

    /** As the role that owns everything, with the password that lies in the folder. */
    private static String address(Path folder) throws IOException {
        return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=%s"
                .formatted(
                        Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                .get(3)
                                .strip(),
                        Files.readString(folder.resolve("database.password")).strip());
    }

    private static Map<String, Object> page(App app, String role, String path) throws Exception {
        List<Double> took = new ArrayList<>();
        int size = 0;
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(app.address() + "/demo/logg-inn"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("rolle=" + role))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            for (int i = 0; i < WARM + TIMES; i++) {
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = browser.send(
                        HttpRequest.newBuilder(URI.create(app.address() + path)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + ": " + answer.statusCode());
                }
                size = answer.body().length;
                if (i >= WARM) {
                    took.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        List<Double> sorted = took.stream().sorted().toList();
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("page", path);
        figure.put("role", role);
        figure.put("p50_ms", rounded(sorted.get(sorted.size() / 2)));
        figure.put("p95_ms", rounded(sorted.get(sorted.size() * 95 / 100)));
        figure.put("kB", size / 1000);
        return figure;
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", figure));
    }
}
