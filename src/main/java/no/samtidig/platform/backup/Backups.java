package no.samtidig.platform.backup;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is known of backups and drills: when the last ones were, and how they went. */
@Service
public class Backups {
    private final JdbcClient sql;
    private final BackupSettings settings;

    Backups(JdbcClient sql, BackupSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** What was tried. */
    public enum Kind implements Coded {
        /** A file was to be written. */
        BACKUP,
        /** A backup was to be restored into an empty place, and used. */
        DRILL;
    }

    /**
     * One try.
     *
     * @param at when it ended
     * @param good whether the backup was written and read through, or the drill went well to its end
     * @param file the backup's name, without its folder
     * @param bytes its size; 0 where there is none
     * @param rows how many rows it holds
     * @param took how long it took
     */
    public record Run(Kind kind, OffsetDateTime at, boolean good, String file, long bytes, long rows, Duration took) {}

    /** The last try to take a backup, good or not. */
    public Optional<Run> lastBackup() {
        return last(Kind.BACKUP, false);
    }

    /** The last backup that can be trusted. */
    public Optional<Run> lastGoodBackup() {
        return last(Kind.BACKUP, true);
    }

    /** The last drill, good or not. */
    public Optional<Run> lastDrill() {
        return last(Kind.DRILL, false);
    }

    /** Whether backups are taken by themselves. */
    public boolean scheduled() {
        return settings.place().isPresent();
    }

    private Optional<Run> last(Kind kind, boolean goodOnly) {
        return sql.sql("""
                        select at, good, file, bytes, rows, took_ms from platform.backup_run
                        where kind = :kind and (good or not :good) order by at desc limit 1
                        """)
                .param("kind", kind.code())
                .param("good", goodOnly)
                .query((row, _) -> new Run(
                        kind,
                        row.getObject("at", OffsetDateTime.class),
                        row.getBoolean("good"),
                        row.getString("file"),
                        row.getLong("bytes"),
                        row.getLong("rows"),
                        Duration.ofMillis(row.getLong("took_ms"))))
                .optional();
    }
}
