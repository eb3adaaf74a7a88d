package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.database.DatabaseLogin;
import no.samtidig.platform.database.DatabaseSettings;
import no.samtidig.platform.database.NewPlace;
import no.samtidig.platform.database.OperatorAccess;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What is asked of the program besides serving: {@code backup} and {@code restore}, with the same settings as the application. Each says
 * what it does on standard error, and ends with one sentence and status 1 where it cannot.
 */
@SuppressWarnings("SystemOut") // a command talks to whoever typed it
public final class OperatorCommands {
    private static final String USAGE = """
            backup [--to FOLDER] [--data DIR]           back up the database, while the application runs
            backup|restore --check FILE [--data DIR]    read a backup through
            restore FILE [--data DIR] [--without-journal]   restore into an empty data folder or database
            restore --drill [FILE] [--data DIR]         restore the newest, or this one, into a place of its own, start, sign in, remove it
            """;

    private final Class<?> application;
    private final Environment environment;
    private final DatabaseSettings settings;
    private final BackupSettings backups;
    private final Clock clock = Clock.systemUTC();
    private final Progress progress = new Progress(System.err::println);

    private OperatorCommands(Class<?> application, Environment environment) {
        this.application = application;
        this.environment = environment;
        this.settings = Binder.get(environment)
                .bind("samtidig.database", DatabaseSettings.class)
                .get();
        this.backups = Binder.get(environment).bindOrCreate("samtidig.backup", BackupSettings.class);
    }

    /** What was typed after the command. */
    private record Asked(
            String command,
            Optional<Path> file,
            Optional<Path> to,
            boolean check,
            boolean drill,
            boolean withoutJournal,
            List<String> settings) {
        private Asked {
            settings = List.copyOf(settings);
        }
    }

    /** Without anything of the application: only its settings are read. */
    private static final class SettingsOnly {}

    /** Whether the first word is one of ours. */
    public static boolean asked(String[] arguments) {
        return arguments.length > 0 && (arguments[0].equals("backup") || arguments[0].equals("restore"));
    }

    /**
     * Does what is asked.
     *
     * @param application what a drill starts
     * @return 0, or 1 where it could not be done
     */
    public static int run(String[] arguments, Class<?> application) {
        try {
            Asked asked = parse(arguments);
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SettingsOnly.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(asked.settings().toArray(String[]::new))) {
                new OperatorCommands(application, context.getEnvironment()).run(asked);
                return 0;
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            System.err.println("Samtidig cannot " + (arguments[0].equals("backup") ? "back up: " : "restore: ")
                    + sentence(failure));
            return 1;
        }
    }

    /** What happened, in one line. */
    static String sentence(Exception failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof StartProblem known) {
                return known.what() + " " + known.whatToDo();
            }
        }
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return switch (failure) {
            case DamagedBackupException _ -> "The backup is damaged: " + message + ". Take another one.";
            case FileSystemException it -> "The file system refuses " + it.getFile() + ": " + refusal(it) + ".";
            case SQLException it
            when away(it) ->
                "The database does not answer, or went away (" + message + "). Try again when it is there.";
            case SQLException it -> "The database says: " + message + " (" + it.getSQLState() + ").";
            default -> failure.getClass().getSimpleName() + ": " + message;
        };
    }

    private static String refusal(FileSystemException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "this user may not read or write it";
            case NoSuchFileException _ -> "it is not there";
            case FileAlreadyExistsException _ -> "it is there already, and is no folder";
            default ->
                Objects.requireNonNullElse(
                        failure.getReason(), failure.getClass().getSimpleName());
        };
    }

    private static boolean away(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static Asked parse(String[] arguments) {
        Optional<Path> file = Optional.empty();
        Optional<Path> to = Optional.empty();
        boolean check = false;
        boolean drill = false;
        boolean withoutJournal = false;
        List<String> settings = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            String word = arguments[i];
            switch (word) {
                case "--to" -> to = Optional.of(Path.of(next(arguments, ++i)));
                case "--data" -> settings.add("--samtidig.database.directory=" + next(arguments, ++i));
                case "--check" -> check = true;
                case "--drill" -> drill = true;
                case "--without-journal" -> withoutJournal = true;
                default -> {
                    if (word.matches("--[a-z][a-z.-]*+=.*+")) {
                        settings.add(word);
                    } else if (word.startsWith("-") || file.isPresent()) {
                        throw usage();
                    } else {
                        file = Optional.of(Path.of(word));
                    }
                }
            }
        }
        return new Asked(arguments[0], file, to, check, drill, withoutJournal, settings);
    }

    private static String next(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw usage();
        }
        return arguments[at];
    }

    private static StartProblem usage() {
        return new StartProblem("That is not how it is asked.", "Use:\n" + USAGE);
    }

    private void run(Asked asked) throws IOException, SQLException {
        boolean backup = asked.command().equals("backup");
        if (asked.check()) {
            check(asked.file().orElseThrow(OperatorCommands::usage));
        } else if (backup && asked.file().isEmpty()) {
            backUp(asked.to()
                    .or(backups::place)
                    .orElseThrow(() -> new StartProblem(
                            "It is not said where to.", "Add --to FOLDER, or set samtidig.backup.folder.")));
        } else if (!backup && asked.drill()) {
            drill(asked.file().isPresent() ? asked.file().get() : newest());
        } else if (!backup && asked.file().isPresent()) {
            restore(asked.file().get(), asked.withoutJournal());
        } else {
            throw usage();
        }
    }

    private Secrets key() {
        return Secrets.existing(
                environment.getProperty("samtidig.secret-key", ""), settings.url(), settings.directory());
    }

    private void check(Path file) throws IOException {
        BackupFile backup = BackupFile.open(file, key());
        Manifest manifest = backup.check(progress);
        say(
                "Whole: %,d tables, %,d rows, made %s by version %s.",
                manifest.tables().size(),
                manifest.rows(),
                backup.header().made(),
                backup.header().application());
    }

    private void backUp(Path folder) throws IOException, SQLException {
        Secrets secrets = key();
        Instant begun = clock.instant();
        try (OperatorAccess access = OperatorAccess.to(settings)) {
            try {
                BackingUp.Written written = new BackingUp(access.owner(), secrets, clock, progress).to(folder);
                note(access.owner(), written.run(OffsetDateTime.now(clock)));
                say(
                        "Backed up: %s, %,d tables, %,d rows, %,d kB, %,d ms.",
                        written.file(),
                        written.tables(),
                        written.rows(),
                        written.bytes() / 1024,
                        written.took().toMillis());
                say(
                        "It opens with secret key %s only. Keep that key, and keep it somewhere else.",
                        secrets.fingerprint());
            } catch (IOException | SQLException | RuntimeException failure) {
                try {
                    RunLog.note(access.owner(), run(Backups.Kind.BACKUP, false, "", 0, 0, begun));
                } catch (SQLException also) {
                    failure.addSuppressed(also); // most likely the same
                }
                throw failure;
            }
        }
    }

    private void restore(Path file, boolean withoutJournal) throws IOException, SQLException {
        Secrets secrets = key();
        Instant begun = clock.instant();
        Restoring prepared = Restoring.prepare(file, backups.place(), secrets, withoutJournal, progress);
        try (NewPlace place = NewPlace.of(settings)) {
            Restoring.Restored restored = prepared.into(place);
            say(
                    "Restored as of %s: %,d tables, %,d rows, every one compared, %,d ms.",
                    restored.header().made(),
                    restored.tables(),
                    restored.rows(),
                    Duration.between(begun, clock.instant()).toMillis());
            say(
                    "Erasures since then: %,d. The start does them again before anybody can sign in. All sign in anew.",
                    restored.due());
        }
    }

    private Path newest() throws IOException {
        Path folder = backups.place()
                .orElseThrow(() -> new StartProblem(
                        "It is not said which backup.", "Name a file, or set samtidig.backup.folder."));
        return new BackupFolder(folder)
                .newest()
                .orElseThrow(
                        () -> new StartProblem("There is no backup in " + folder + ".", "Take one with bin/backup."));
    }

    private void drill(Path file) throws IOException, SQLException {
        Instant begun = clock.instant();
        String name = String.valueOf(file.getFileName());
        try {
            Restoring.Restored restored = new Drilling(application, environment, settings, key(), progress).with(file);
            note(run(Backups.Kind.DRILL, true, name, Files.size(file), restored.rows(), begun));
            say(
                    "The drill went well: %s restored, %,d rows compared, started, signed in, a page read, %,d ms.",
                    name,
                    restored.rows(),
                    Duration.between(begun, clock.instant()).toMillis());
        } catch (IOException | SQLException | RuntimeException failure) {
            note(run(Backups.Kind.DRILL, false, name, 0, 0, begun));
            throw failure;
        }
    }

    /** In the running database, if it can be reached: the drill itself does not need it. */
    private void note(Backups.Run run) {
        try (OperatorAccess access = OperatorAccess.to(settings)) {
            note(access.owner(), run);
        } catch (StartProblem | IOException failure) {
            notNoted(failure);
        }
    }

    private static void note(DatabaseLogin owner, Backups.Run run) {
        try {
            RunLog.note(owner, run);
        } catch (SQLException failure) {
            notNoted(failure);
        }
    }

    private static void notNoted(Exception failure) {
        say("How it went could not be written down in the database: %s", sentence(failure));
    }

    private Backups.Run run(Backups.Kind kind, boolean good, String file, long bytes, long rows, Instant begun) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new Backups.Run(kind, now, good, file, bytes, rows, Duration.between(begun, now.toInstant()));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void say(String words, Object... values) {
        System.err.println(String.format(Locale.ROOT, words, values));
    }
}
