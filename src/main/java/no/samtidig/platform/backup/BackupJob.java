package no.samtidig.platform.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.StartProblem;
import no.samtidig.platform.database.DatabaseLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes a backup each night into the folder of the settings, and removes those that have been kept long enough. */
@Component
@ConditionalOnExpression("!'${samtidig.backup.folder:}'.isBlank()")
class BackupJob {
    private static final Logger LOG = LoggerFactory.getLogger(BackupJob.class);

    private final DatabaseLogin application;
    private final Secrets secrets;
    private final BackupSettings settings;
    private final Clock clock;

    BackupJob(DatabaseLogin application, Secrets secrets, BackupSettings settings, Clock clock) {
        this.application = application;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> backUp() {
        return Tasks.recurring("back-up", Schedules.daily(ZoneId.of("Europe/Oslo"), LocalTime.of(settings.hour(), 0)))
                .execute((instance, context) -> run());
    }

    void run() {
        Path folder = settings.place().orElseThrow();
        OffsetDateTime begun = OffsetDateTime.now(clock);
        try {
            BackingUp.Written written = new BackingUp(application, secrets, clock, Progress.silent()).to(folder);
            LOG.info("Backup {} of {} rows", written.name(), written.rows());
            note(written.run(OffsetDateTime.now(clock)));
            removeOld(folder, written);
        } catch (StartProblem | IOException | UncheckedIOException | SQLException failure) {
            LOG.error("No backup was made: {}", OperatorCommands.sentence(failure));
            OffsetDateTime now = OffsetDateTime.now(clock);
            note(new Backups.Run(Backups.Kind.BACKUP, now, false, "", 0, 0, Duration.between(begun, now)));
            throw new IllegalStateException("no backup was made", failure);
        }
    }

    private void removeOld(Path folder, BackingUp.Written written) {
        try {
            int removed = new BackupFolder(folder).removeOld(settings, clock.instant(), written.file());
            LOG.info("{} old backups removed", removed);
        } catch (IOException | UncheckedIOException failure) {
            LOG.error("Old backups could not be removed: {}", OperatorCommands.sentence(failure));
        }
    }

    private void note(Backups.Run run) {
        try {
            RunLog.note(application, run);
        } catch (SQLException failure) {
            LOG.error("How the backup went could not be written down ({})", failure.getSQLState());
        }
    }
}
