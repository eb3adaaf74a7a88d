package no.samtidig.platform.backup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.database.DatabaseSettings;
import no.samtidig.platform.database.NewPlace;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Shows that a backup can be used: restores it into a place of its own, starts the application there on a free port that only this machine
 * reaches, without jobs and without mail, signs in and reads. What it made is removed.
 */
final class Drilling {
    private static final String NAME = "samtidig-drill";
    private static final String DATA = "data";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Class<?> application;
    private final Environment environment;
    private final DatabaseSettings settings;
    private final Secrets secrets;
    private final Progress progress;

    Drilling(
            Class<?> application,
            Environment environment,
            DatabaseSettings settings,
            Secrets secrets,
            Progress progress) {
        this.application = application;
        this.environment = environment;
        this.settings = settings;
        this.secrets = secrets;
        this.progress = progress;
    }

    /**
     * Holds it. Does not return when it went badly.
     *
     * @throws StartProblem with what went badly
     */
    Restoring.Restored with(Path backup) throws IOException, SQLException {
        removeLeftBehind();
        Path folder = Files.createTempDirectory(NAME);
        try {
            Restoring.Restored restored;
            DatabaseSettings place = new DatabaseSettings(
                    "",
                    "",
                    "",
                    new DatabaseSettings.Owner("", ""),
                    folder.resolve("data"),
                    settings.connections(),
                    settings.patience());
            Restoring prepared = Restoring.prepare(backup, secrets, true, progress);
            try (NewPlace empty = NewPlace.of(place)) {
                restored = prepared.into(empty);
            }
            takeKeyAlong(place.directory());
            progress.begin("Starting the application on it, without jobs and mail");
            use(place.directory());
            return restored;
        } finally {
            NewPlace.remove(folder);
        }
    }

    /** What a drill that was killed left in the temporary folder: it holds everybody's data. */
    private static void removeLeftBehind() throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), NAME + "*")) {
            for (Path it : folders) {
                NewPlace.removeLeftBehind(it, it.resolve(DATA));
            }
        }
    }

    /** Where the key is a file and no setting. */
    private void takeKeyAlong(Path directory) throws IOException {
        Path key = settings.directory().resolve("secret.key");
        if (Files.exists(key)) {
            Files.copy(key, directory.resolve("secret.key"));
        }
    }

    private void use(Path directory) throws IOException {
        DrillPass pass = new DrillPass();
        List<String> arguments = new ArrayList<>(List.of(
                "--samtidig.database.url=",
                "--samtidig.database.directory=" + directory,
                "--samtidig.jobs=false",
                "--samtidig.drain=0s",
                "--samtidig.metrics.port=0",
                "--samtidig.backup.folder=",
                "--spring.mail.host=",
                "--server.port=0",
                "--server.address=127.0.0.1"));
        if (environment.getActiveProfiles().length > 0) {
            arguments.add("--spring.profiles.active=" + String.join(",", environment.getActiveProfiles()));
        }
        for (String it : List.of("samtidig.secret-key", "samtidig.content", "samtidig.address")) {
            String value = environment.getProperty(it, "");
            if (!value.isBlank()) {
                arguments.add("--" + it + "=" + value);
            }
        }
        try (ConfigurableApplicationContext running = new SpringApplicationBuilder(application)
                .initializers(
                        it -> ((GenericApplicationContext) it).registerBean("drillPass", DrillPass.class, () -> pass))
                .run(arguments.toArray(String[]::new))) {
            int port = Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                    .getPort();
            read("http://127.0.0.1:" + port, pass);
        }
    }

    private void read(String address, DrillPass pass) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            require(get(client, address + "/", "").statusCode() == 200, "The first page does not answer.");
            HttpResponse<String> door = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/gjenopprettingsovelse"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "ord=" + URLEncoder.encode(pass.word(), StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            require(door.statusCode() == 204, "There is nobody with a role to sign in as.");
            String cookies = door.headers().allValues("Set-Cookie").stream()
                    .map(it -> it.split(";")[0])
                    .collect(Collectors.joining("; "));
            HttpResponse<String> own = get(client, address + "/min-side/konto", cookies);
            require(
                    own.statusCode() == 200 && own.body().contains("/min-side/konto/passord"),
                    "Signed in, the own account's page does not answer (" + own.statusCode() + ").");
            progress.begin("Signed in, and read a page");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new StartProblem(otherwise, "Look at the log above, and restore this backup by hand to see more.");
        }
    }
}
