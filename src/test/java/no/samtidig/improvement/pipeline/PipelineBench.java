package no.samtidig.improvement.pipeline;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.samtidig.App;
import no.samtidig.platform.database.LongWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the region's pages take where the country has 6,000 units, and this region 1,200 of them. Started by {@code bin/bench region}. */
final class PipelineBench {
    private static final int UNITS = 6_000;
    private static final int WARM = 20;
    private static final int TIMES = 100;

    private PipelineBench() {}

    /** A folder for the database. */
    public static void main(String[] arguments) throws Exception {
        LongWork.call(
                () -> { // what is made first takes longer than a request may
                    measure(Path.of(arguments[0]));
                    return arguments;
                });
    }

    private static void measure(Path folder) throws Exception {
        try (App app = App.start("--samtidig.database.directory=" + folder.resolve("data"))) {
            JdbcClient sql = app.bean(JdbcClient.class);
            PipelineSizeTest.country(sql, UNITS);
            sql.sql(
                            "update access.role_grant set region_layer = 'rvts', region_code = 'stor_2' where role = 'regional-kontakt'")
                    .update();
            List<Map<String, Object>> figures = new ArrayList<>();
            for (String path : List.of(
                    "/regionen",
                    "/regionen/enheter",
                    "/regionen/enheter?q=enhet+12",
                    "/regionen/nye",
                    "/regionen/dekning",
                    "/regionen/tall")) {
                List<Double> took = page(app, path);
                Map<String, Object> figure = new LinkedHashMap<>();
                figure.put("page", path);
                figure.put("units", UNITS / 5);
                figure.put("p50_ms", rounded(took.get(took.size() / 2)));
                figure.put("p95_ms", rounded(took.get(took.size() * 95 / 100)));
                figures.add(figure);
            }
            System.out.println("FIGURES "
                    + tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(figures));
        }
    }

    private static List<Double> page(App app, String path) throws Exception {
        List<Double> took = new ArrayList<>();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(app.address() + "/demo/logg-inn"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("rolle=regional-kontakt"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            HttpRequest wanted =
                    HttpRequest.newBuilder(URI.create(app.address() + path)).build();
            for (int i = 0; i < WARM + TIMES; i++) {
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = browser.send(wanted, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + ": " + answer.statusCode());
                }
                if (i >= WARM) {
                    took.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        return took.stream().sorted().toList();
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", figure));
    }
}
