package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.platform.StartProblem;

/** A folder with backups. Only whole ones have a name that says so. */
final class BackupFolder {
    private static final Pattern NAME = Pattern.compile("samtidig-\\d{8}T\\d{9}Z\\.backup");
    private static final String HALF = ".part";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "'samtidig-'yyyyMMdd'T'HHmmssSSS'Z.backup'")
            .withZone(ZoneOffset.UTC);

    /** So many of the newest stay whatever the clock says: it may be wrong. */
    private static final int ALWAYS = 3;

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    Path path(Instant made) {
        return folder.resolve(TIME.format(made));
    }

    static Path half(Path whole) {
        return whole.resolveSibling(whole.getFileName() + HALF);
    }

    /** The backups, the newest first. */
    List<Path> backups() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> NAME.matcher(name(it)).matches())
                    .sorted(Comparator.comparing(BackupFolder::name).reversed())
                    .toList();
        }
    }

    Optional<Path> newest() throws IOException {
        return backups().stream().findFirst();
    }

    /** Makes the folder its owner's alone where it is new, takes it for one backup at a time, and removes halves that were left behind. */
    FileChannel take() throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
        FileChannel lock =
                FileChannel.open(folder.resolve("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // told below
        } finally {
            if (!taken) {
                lock.close();
            }
        }
        if (!taken) {
            throw new StartProblem(
                    "Another backup to " + folder + " is under way.",
                    "Wait until it is done, or choose another folder.");
        }
        removeHalves();
        return lock;
    }

    private void removeHalves() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path it : files.filter(file ->
                            name(file).startsWith("samtidig-") && name(file).endsWith(HALF))
                    .toList()) {
                Files.delete(it);
            }
        }
    }

    /**
     * Removes backups that have been kept long enough; never the newest few, and never the one that was just written and read through,
     * whatever its name says after the clock was set back. Returns how many.
     */
    int removeOld(BackupSettings settings, Instant now, Path written) throws IOException {
        int removed = 0;
        for (Path it : tooOld(backups(), settings, now)) {
            if (!it.equals(written)) {
                Files.delete(it);
                removed++;
            }
        }
        return removed;
    }

    static List<Path> tooOld(List<Path> newestFirst, BackupSettings settings, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, NORWAY);
        Set<String> weeks = new HashSet<>();
        return newestFirst.reversed().stream() // the first of each week is kept
                .filter(it -> {
                    LocalDate day = day(it);
                    if (day.isAfter(today.minusDays(settings.keepDays()))) {
                        return false;
                    }
                    boolean within = day.isAfter(today.minusWeeks(settings.keepWeeks()));
                    return !(within && weeks.add(week(day)));
                })
                .filter(it -> newestFirst.indexOf(it) >= ALWAYS)
                .toList();
    }

    private static LocalDate day(Path backup) {
        return LocalDate.ofInstant(TIME.parse(name(backup), Instant::from), NORWAY);
    }

    private static String week(LocalDate day) {
        return day.get(WeekFields.ISO.weekBasedYear()) + "-" + day.get(WeekFields.ISO.weekOfWeekBasedYear());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
