package no.samtidig.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.samtidig.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL run by the application itself on a kept data folder. One application per folder: a lock says so. A server left running
 * by an application that was killed is stopped first, so that the next start is an ordinary one.
 */
public final class InsideDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InsideDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    private InsideDatabase(FileChannel lockFile, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.server = server;
    }

    /**
     * Starts the server on the folder, which is made where it is missing.
     *
     * @throws StartProblem if another application uses the folder, or it cannot be written
     */
    public static InsideDatabase start(Path directory) throws IOException {
        FileChannel lockFile = lock(directory);
        boolean started = false;
        try {
            Path data = directory.toAbsolutePath().normalize().resolve("postgres");
            stopLeftOver(data);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "nb-NO")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            started = true;
            return new InsideDatabase(lockFile, server);
        } finally {
            if (!started) {
                lockFile.close();
            }
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("samtidig.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartProblem(
                        "The data folder " + directory + " is in use by another Samtidig.",
                        "Stop that one, or choose another folder with --data DIR.");
            }
            return channel;
        } catch (IOException failure) {
            throw new StartProblem(
                    "The data folder " + directory + " cannot be written (" + failure.getMessage() + ").",
                    "Choose another folder with --data DIR.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (!lines.isEmpty() && lines.getFirst().strip().matches("\\d+")) {
            ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(it -> serves(it, data))
                    .ifPresent(InsideDatabase::stop);
        }
        Files.deleteIfExists(pidFile);
        Files.deleteIfExists(data.resolve("epg-lock"));
    }

    /** Whether the process is the server of this very folder: after a reboot its number may be anybody's. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .map(it -> it.contains("postgres") && it.contains(" -D " + data + " "))
                .orElse(false);
    }

    private static void stop(ProcessHandle process) {
        LOG.info("Stopping the database server that an earlier run left behind");
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        try (lockFile) {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
