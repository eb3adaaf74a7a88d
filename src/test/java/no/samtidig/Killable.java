package no.samtidig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application in a process of its own on a kept data folder, so that it can be killed without warning. */
public final class Killable implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path folder;

    private Killable(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Started, and answering. */
    public static Killable start(Path folder, String... settings) throws IOException, InterruptedException {
        Starts.note();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "no.samtidig.Samtidig",
                "--server.port=" + port,
                "--samtidig.demo-progress=false",
                "--samtidig.database.directory=" + folder));
        command.addAll(List.of(settings));
        if (Arrays.stream(settings).noneMatch(it -> it.startsWith("--samtidig.drain="))) {
            command.add("--samtidig.drain=0s");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + port).toFile())
                .start();
        Killable started = new Killable(process, port, folder);
        started.await();
        return started;
    }

    private void await() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/helse"))
                .build();
        while (process.isAlive()) {
            if (answers(health)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(Files.readString(folder.resolve("log-" + port)));
    }

    private static boolean answers(HttpRequest health) throws InterruptedException {
        try {
            return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Tells it to stop, as a system does that is shut down. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ended by itself. */
    public boolean ended() throws InterruptedException {
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills its database server, and leaves the application alone. */
    public void killDatabase() throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
    }

    /** Its database, while it runs. */
    public JdbcClient database() {
        try {
            List<String> pidFile = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:postgresql://127.0.0.1:" + pidFile.get(3).strip() + "/postgres");
            source.setUser("postgres");
            source.setPassword(
                    Files.readString(folder.resolve("database.password")).strip());
            return JdbcClient.create(source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
