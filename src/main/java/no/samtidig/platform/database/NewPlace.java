package no.samtidig.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import no.samtidig.platform.StartProblem;
import org.jspecify.annotations.Nullable;

/**
 * An empty place for a restore: a data folder without a database, or an outside database, whose emptiness the restore looks at. In a
 * folder the database grows below {@code restoring/} and is moved to its place when it is whole, so what was begun is never taken for it.
 */
public final class NewPlace implements AutoCloseable {
    static final String RESTORING = "restoring";

    private final DatabaseLogin owner;
    private final @Nullable Path directory;
    private final @Nullable FileChannel lock;
    private @Nullable InsideDatabase growing;

    private NewPlace(
            DatabaseLogin owner,
            @Nullable Path directory,
            @Nullable FileChannel lock,
            @Nullable InsideDatabase growing) {
        this.owner = owner;
        this.directory = directory;
        this.lock = lock;
        this.growing = growing;
    }

    /**
     * The place that the settings name.
     *
     * @throws StartProblem if the data folder is in use or holds a database
     */
    public static NewPlace of(DatabaseSettings settings) throws IOException {
        return settings.inside() ? folder(settings.directory()) : new NewPlace(settings.migrating(), null, null, null);
    }

    private static NewPlace folder(Path directory) throws IOException {
        refuseDatabase(directory);
        FileChannel lock = InsideDatabase.lock(directory);
        boolean begun = false;
        try {
            refuseDatabase(directory);
            Path place = directory.resolve(RESTORING);
            if (Files.exists(place)) {
                InsideDatabase.stopLeftOver(place.toAbsolutePath().normalize().resolve("postgres"));
                remove(place);
            }
            InsideDatabase growing = InsideDatabase.start(place, directory.resolve("bin"));
            begun = true;
            return new NewPlace(growing.owner(), directory, lock, growing);
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    private static void refuseDatabase(Path directory) {
        if (Files.exists(directory.resolve("postgres"))) {
            throw new StartProblem(
                    "The data folder " + directory + " holds a database already.",
                    "A restore only goes into an empty place: choose another folder, or move this one away.");
        }
    }

    /** As the role that shall own everything. */
    public DatabaseLogin owner() {
        return owner;
    }

    /** It is whole: from now on it is the data folder's database. */
    public void keep() throws IOException {
        if (directory == null || growing == null) {
            return;
        }
        growing.close();
        growing = null;
        Path place = directory.resolve(RESTORING);
        Files.move(
                place.resolve(InsideAccess.PASSWORD_FILE),
                directory.resolve(InsideAccess.PASSWORD_FILE),
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(place.resolve("postgres"), directory.resolve("postgres"), StandardCopyOption.ATOMIC_MOVE);
        remove(place);
    }

    @Override
    public void close() throws IOException {
        if (growing != null) {
            growing.close();
            growing = null;
        }
        if (lock != null) {
            lock.close();
        }
    }

    /** Removes a folder that a restore of a killed program left behind, and stops its server; not one that is in use. */
    public static void removeLeftBehind(Path folder, Path directory) throws IOException {
        try (FileChannel _ = InsideDatabase.lock(directory)) {
            Path place = directory.toAbsolutePath().normalize();
            InsideDatabase.stopLeftOver(place.resolve("postgres"));
            InsideDatabase.stopLeftOver(place.resolve(RESTORING).resolve("postgres"));
        } catch (StartProblem _) {
            return; // a drill that is under way, or somebody else's
        }
        remove(folder);
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
