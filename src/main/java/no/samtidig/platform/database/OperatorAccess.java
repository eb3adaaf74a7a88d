package no.samtidig.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import no.samtidig.platform.StartProblem;
import org.jspecify.annotations.Nullable;

/**
 * The owner's way in to the database, for whoever runs the service: the outside one, the inside one of an application that runs, or the
 * inside one started for this and stopped after it.
 */
public final class OperatorAccess implements AutoCloseable {
    private final DatabaseLogin owner;
    private final @Nullable InsideDatabase started;

    private OperatorAccess(DatabaseLogin owner, @Nullable InsideDatabase started) {
        this.owner = owner;
        this.started = started;
    }

    /**
     * Goes in.
     *
     * @throws StartProblem where the data folder holds no database
     */
    public static OperatorAccess to(DatabaseSettings settings) throws IOException {
        if (!settings.inside()) {
            return new OperatorAccess(settings.migrating(), null);
        }
        if (!Files.exists(settings.directory().resolve("postgres").resolve("PG_VERSION"))) {
            throw new StartProblem(
                    "The data folder " + settings.directory() + " holds no database.",
                    "Name the right one with --data DIR, or set samtidig.database.url for an outside database.");
        }
        Optional<DatabaseLogin> running = InsideDatabase.running(settings.directory());
        if (running.isPresent()) {
            return new OperatorAccess(running.get(), null);
        }
        InsideDatabase started = InsideDatabase.start(settings.directory());
        return new OperatorAccess(started.owner(), started);
    }

    public DatabaseLogin owner() {
        return owner;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
