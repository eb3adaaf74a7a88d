package no.samtidig.administration;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.access.AuditChain;
import no.samtidig.platform.JobRuns;
import no.samtidig.platform.Language;
import no.samtidig.platform.backup.Backups;
import no.samtidig.platform.database.DatabaseRoles;
import no.samtidig.platform.mail.MailServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;

/** How the service stands: each thing with a word of judgement and what to do. */
@Service
public class Condition {
    /** Below this the folder of the data is nearly full: a backup or a migration may not find room. */
    static final long LITTLE = 2_000_000_000L;

    /** Below this the database may stop at any time. */
    static final long NEARLY_NOTHING = 300_000_000L;

    /** Nodes that ran a job so lately are there. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** The job changes the signing key each year; a month later it has not. */
    private static final Period KEY_CHANGED = Period.ofMonths(13);

    /** The job looks the log through each day. */
    private static final Duration LOG_CHECKED = Duration.ofDays(2);

    /** A backup is taken every night; a day and a half later one has failed to come. */
    private static final Duration BACKUP_OLD = Duration.ofHours(36);

    /** A drill a quarter, and a little more. */
    private static final Duration DRILL_OLD = Duration.ofDays(100);

    private static final long MEGABYTE = 1_000_000L;

    private final ConditionStore store;
    private final JobRuns jobs;
    private final MailServer mail;
    private final AuditChain chain;
    private final Backups backups;
    private final DatabaseRoles roles;
    private final ObjectProvider<BuildProperties> build;
    private final Path folder;
    private final boolean inside;
    private final Clock clock;
    private final Instant started;

    Condition(
            ConditionStore store,
            JobRuns jobs,
            MailServer mail,
            AuditChain chain,
            Backups backups,
            DatabaseRoles roles,
            ObjectProvider<BuildProperties> build,
            @Value("${samtidig.database.directory}") Path folder,
            @Value("${samtidig.database.url:}") String outside,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.mail = mail;
        this.chain = chain;
        this.backups = backups;
        this.roles = roles;
        this.build = build;
        this.folder = folder;
        this.inside = outside.isEmpty();
        this.clock = clock;
        this.started = clock.instant();
    }

    /** All of it, in the order of the page. */
    public List<Reading> all(Language language) {
        return Stream.of(
                        version(language),
                        up(),
                        nodes(),
                        jobs(),
                        database(),
                        migrations(),
                        role(),
                        backup(),
                        drill(),
                        disk(),
                        mail(),
                        signingKey(language),
                        secretKey(language),
                        log())
                .toList();
    }

    private Reading version(Language language) {
        BuildProperties built = build.getIfAvailable();
        if (built == null || built.getTime() == null) {
            return Reading.good("version", "version.unknown");
        }
        return Reading.good(
                "version",
                "version.known",
                String.valueOf(built.getVersion()),
                language.date(built.getTime().atOffset(ZoneOffset.UTC).toLocalDate()),
                String.valueOf(built.get("commit")));
    }

    private Reading up() {
        Duration up = Duration.between(started, clock.instant());
        return up.toDays() > 0
                ? Reading.good("up", "up.days", up.toDays())
                : Reading.good("up", "up.hours", up.toHours(), up.toMinutesPart());
    }

    private Reading nodes() {
        int nodes = jobs.nodesSince(OffsetDateTime.now(clock).minus(LATELY)).size();
        return nodes == 0 ? Reading.look("nodes", "nodes.none") : Reading.good("nodes", "nodes.seen", nodes);
    }

    private Reading jobs() {
        int failed = jobs.failed();
        return failed == 0 ? Reading.good("jobs", "jobs.fine") : Reading.bad("jobs", "jobs.failed", failed);
    }

    private Reading database() {
        long bytes = store.size();
        long before = store.sizeOn(LocalDate.now(clock).minusDays(30)).orElse(bytes);
        return Reading.good("database", "database.size", bytes / MEGABYTE, (bytes - before) / MEGABYTE);
    }

    /** Once a day, so that growth can be told. */
    void measure() {
        store.keepSize(LocalDate.now(clock), store.size());
    }

    private Reading migrations() {
        ConditionStore.Migrations done = store.migrations();
        return done.failed() > 0
                ? Reading.bad("migrations", "migrations.failed", done.failed())
                : Reading.good("migrations", "migrations.done", done.last());
    }

    private Reading role() {
        return roles.apart() ? Reading.good("role", "role.apart") : Reading.look("role", "role.owner");
    }

    private Reading backup() {
        Backups.Run last = backups.lastGoodBackup().orElse(null);
        if (last == null) {
            return backups.scheduled()
                    ? Reading.look("backup", "backup.not-yet")
                    : Reading.look("backup", "backup.none");
        }
        long hours = hoursSince(last.at());
        return hours > BACKUP_OLD.toHours()
                ? Reading.bad("backup", "backup.old", hours)
                : Reading.good("backup", "backup.good", hours, last.bytes() / MEGABYTE, last.rows());
    }

    private Reading drill() {
        Backups.Run last = backups.lastDrill().orElse(null);
        if (last == null) {
            return Reading.look("drill", "drill.never");
        }
        long days = hoursSince(last.at()) / 24;
        if (!last.good()) {
            return Reading.bad("drill", "drill.failed", days);
        }
        return days > DRILL_OLD.toDays()
                ? Reading.look("drill", "drill.old", days)
                : Reading.good("drill", "drill.good", days, last.took().toSeconds());
    }

    /** Whether there is no backup that is new enough. */
    boolean backupMissing() {
        return backup().verdict() != Reading.Verdict.GOOD;
    }

    boolean diskFull() {
        return disk().verdict() == Reading.Verdict.BAD;
    }

    private long hoursSince(OffsetDateTime at) {
        return Duration.between(at, OffsetDateTime.now(clock)).toHours();
    }

    private Reading disk() {
        try {
            FileStore disk = Files.getFileStore(Files.exists(folder) ? folder : Path.of("."));
            long free = disk.getUsableSpace();
            long percent = free * 100 / Math.max(1, disk.getTotalSpace());
            return free < NEARLY_NOTHING
                    ? Reading.bad("disk", "disk.full", free / MEGABYTE, percent)
                    : free < LITTLE
                            ? Reading.look("disk", "disk.little", free / MEGABYTE, percent)
                            : Reading.good("disk", "disk.free", free / MEGABYTE, percent);
        } catch (IOException unreadable) {
            return Reading.look("disk", "disk.unknown");
        }
    }

    /** Whether no mail can leave: no server is named. */
    boolean mailServerMissing() {
        return !mail.named();
    }

    private Reading mail() {
        return switch (mail.ask()) {
            case NONE -> Reading.look("mail", "mail.none");
            case ANSWERS -> Reading.good("mail", "mail.answers");
            case SILENT -> Reading.bad("mail", "mail.silent");
        };
    }

    private Reading signingKey(Language language) {
        return store.signingKeyMade()
                .map(it -> {
                    LocalDate made = it.atZoneSameInstant(clock.getZone()).toLocalDate();
                    return made.plus(KEY_CHANGED).isBefore(LocalDate.now(clock))
                            ? Reading.look("signing-key", "signing-key.old", language.date(made))
                            : Reading.good("signing-key", "signing-key.made", language.date(made));
                })
                .orElseGet(() -> Reading.good("signing-key", "signing-key.none"));
    }

    private Reading secretKey(Language language) {
        Path file = folder.resolve("secret.key");
        if (!inside || !Files.exists(file)) {
            return Reading.good("secret-key", "secret-key.setting");
        }
        try {
            LocalDate made = Files.getLastModifiedTime(file)
                    .toInstant()
                    .atZone(clock.getZone())
                    .toLocalDate();
            return Reading.good("secret-key", "secret-key.file", language.date(made));
        } catch (IOException unreadable) {
            return Reading.look("secret-key", "secret-key.unreadable");
        }
    }

    private Reading log() {
        return chain.last()
                .map(it -> {
                    if (!it.found().isEmpty()) {
                        return Reading.bad("log", "log.wrong", it.found().size());
                    }
                    return it.at().plus(LOG_CHECKED).isBefore(OffsetDateTime.now(clock))
                            ? Reading.look("log", "log.old")
                            : Reading.good("log", "log.whole");
                })
                .orElseGet(() -> Reading.look("log", "log.never"));
    }
}
