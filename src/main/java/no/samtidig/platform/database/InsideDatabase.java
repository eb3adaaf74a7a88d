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
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import no.samtidig.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * PostgreSQL run by the application itself on a kept data folder. One application per folder: a lock says so. A server left running
 * by an application that was killed is stopped first, so that the next start is an ordinary one. A server that goes down while the
 * application runs is started again on the same folder and port.
 */
public final class InsideDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InsideDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Between two looks at whether the server's process is there; a look reads one small file of the system's. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final FileChannel lockFile;
    private final Path directory;
    private final Path programs;
    private final int port;
    private final DatabaseLogin owner;
    private final DatabaseLogin application;
    private final Thread watch;

    private final ReentrantLock turn = new ReentrantLock();
    private EmbeddedPostgres server; // this and the next one only by who has the turn
    private boolean closed;

    private InsideDatabase(FileChannel lockFile, Path directory, Path programs, EmbeddedPostgres server)
            throws IOException, SQLException {
        this.lockFile = lockFile;
        this.directory = directory;
        this.programs = programs;
        this.server = server;
        this.port = server.getPort();
        this.owner = login(server.getPort(), InsideAccess.password(directory));
        this.application = InsideAccess.secure(directory, owner);
        this.watch = Thread.ofVirtual().name("database-watch").unstarted(this::watch);
    }

    /**
     * Starts the server on the folder, which is made where it is missing.
     *
     * @throws StartProblem if another application uses the folder, or it cannot be written
     */
    public static InsideDatabase start(Path directory) throws IOException {
        return start(directory, directory.resolve("bin"));
    }

    /** The same, with the server's programs in another place than the folder. */
    static InsideDatabase start(Path directory, Path programs) throws IOException {
        FileChannel lockFile = lock(directory);
        EmbeddedPostgres server = null;
        boolean started = false;
        try {
            if (Files.exists(directory.resolve(NewPlace.RESTORING))) {
                throw UnfinishedRestore.problem("the data folder " + directory);
            }
            stopLeftOver(data(directory));
            room(directory, NEEDED);
            server = server(directory, programs, 0);
            InsideDatabase database = new InsideDatabase(lockFile, directory, programs, server);
            database.watch.start();
            started = true;
            return database;
        } catch (IllegalStateException failure) {
            throw new StartProblem(
                    "The database inside did not start on " + directory + " ("
                            + NestedExceptionUtils.getMostSpecificCause(failure).getMessage() + ").",
                    "Look at the lines above, at the room on the disk, and at whose the folder is.");
        } catch (SQLException failure) {
            throw new IOException("the inside database lets nobody in", failure);
        } finally {
            if (!started) {
                if (server != null) {
                    server.close();
                }
                lockFile.close();
            }
        }
    }

    /** Unpacking and starting take this much; with less, the server stops in the middle of something. */
    private static final long NEEDED = 200L << 20;

    static void room(Path directory, long needed) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < needed) {
            throw new StartProblem(
                    "The disk of the data folder " + directory + " is full: " + (free >> 20) + " MB are left.",
                    "Make room, or choose another folder with --data DIR; " + (needed >> 20)
                            + " MB are needed to start.");
        }
    }

    /** The server on the folder, on the port, or on a free one where the port is 0. */
    private static EmbeddedPostgres server(Path directory, Path programs, int port) throws IOException {
        InsideAccess.closeToOthers(directory);
        InsideAccess.closeToOthers(programs);
        String password = InsideAccess.password(directory);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data(directory))
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                // or the library would stop it at the first signal, while the application still answers those it has
                // (Leaving)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "nb-NO")
                .setLocaleConfig("encoding", "UTF8")
                // the library passes these on as options of initdb, like the locale; they come after its own "-A trust"
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig(
                        "pwfile",
                        directory
                                .resolve(InsideAccess.PASSWORD_FILE)
                                .toAbsolutePath()
                                .toString())
                .setServerConfig("listen_addresses", "127.0.0.1")
                // no socket file: the lock beside it would stop a new server while a killed one is not yet collected
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        InsideAccess.closeToOthers(programs); // the library opens it
        return server;
    }

    /** The owner's way in to the server that runs on the folder, started by whomever; empty where none runs. */
    static Optional<DatabaseLogin> running(Path directory) {
        Path data = data(directory);
        try {
            if (recorded(data).isEmpty()) {
                return Optional.empty();
            }
            int port = Integer.parseInt(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip());
            Path password = directory.resolve(InsideAccess.PASSWORD_FILE);
            return Optional.of(login(
                    port, Files.exists(password) ? Files.readString(password).strip() : ""));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            return Optional.empty(); // it is just starting or stopping
        }
    }

    private static DatabaseLogin login(int port, String password) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/postgres", InsideAccess.OWNER, password);
    }

    private static Path data(Path directory) {
        return directory.toAbsolutePath().normalize().resolve("postgres");
    }

    /** As the role that owns everything. */
    DatabaseLogin owner() {
        return owner;
    }

    /** As the role that owns nothing. */
    DatabaseLogin application() {
        return application;
    }

    private void watch() {
        Path data = data(directory);
        try {
            while (true) {
                Thread.sleep(LOOK);
                if (recorded(data).isEmpty()) {
                    startAgain(data);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closing
        }
    }

    private void startAgain(Path data) {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            LOG.error("The database server is gone; starting it again");
            clear(data);
            server.close(); // there is nothing left to stop, but it holds its own lock on the folder
            server = server(directory, programs, port);
            LOG.info("The database server is back");
        } catch (IOException | IllegalStateException failure) {
            LOG.error("It did not start ({}); trying again", failure.getClass().getName());
        } finally {
            turn.unlock();
        }
    }

    /** Takes the folder for this application alone. */
    static FileChannel lock(Path directory) {
        try {
            InsideAccess.closeToOthers(directory);
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

    static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        recorded(data).ifPresent(it -> {
            LOG.info("Stopping the database server that an earlier run left behind");
            stop(it);
        });
        clear(data);
    }

    /** The server that the folder names, if it runs. A process that ended and that nobody has collected does not. */
    private static Optional<ProcessHandle> recorded(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(it -> it.matches("\\d+"))
                    .flatMap(it -> ProcessHandle.of(Long.parseLong(it)))
                    .filter(it -> serves(it, data));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Ends what a server that is gone left behind: its files, which a new server would trip over while the process number is still
     * taken, and first the processes that worked for it, since two servers on one folder destroy it.
     */
    private static void clear(Path data) throws IOException {
        for (ProcessHandle it :
                ProcessHandle.allProcesses().filter(p -> worksIn(p, data)).toList()) {
            it.destroyForcibly();
            await(it, data);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        Files.deleteIfExists(
                data.resolve("epg-lock")); // the library's; samtidig.lock is the one that guards the folder
    }

    private static void await(ProcessHandle process, Path data) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (worksIn(process, data)) {
            if (System.nanoTime() > end) {
                throw new IOException("a process of the former server does not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Whether the process is one of PostgreSQL's that has the folder as its own: each of a server's processes stands in it. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return process.info()
                            .command()
                            .filter(it -> it.endsWith("/postgres"))
                            .isPresent()
                    && Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                            .equals(data.toRealPath());
        } catch (IOException _) {
            return false; // it ended meanwhile
        }
    }

    /** Whether the process is the server of this very folder: after a reboot its number may be anybody's. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .map(it -> it.contains("postgres") && it.contains(" -D " + data + " "))
                .orElse(false);
    }

    private static void stop(ProcessHandle process) {
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
        turn.lock();
        try (lockFile) {
            closed = true;
            watch.interrupt();
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            turn.unlock();
        }
    }
}
