package no.samtidig.platform.backup;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code samtidig.backup}.
 *
 * @param folder where backups are kept, and the journal of erasures; empty: no backup is taken by itself
 * @param hour at which hour of the day in Norway, 0 to 23
 * @param keepDays all backups younger than so many days are kept, at least 1
 * @param keepWeeks of older ones, the first of each of so many weeks, at least 0
 */
@ConfigurationProperties("samtidig.backup")
public record BackupSettings(
        @DefaultValue("") String folder,
        @DefaultValue("3") int hour,
        @DefaultValue("14") int keepDays,
        @DefaultValue("8") int keepWeeks) {
    public BackupSettings {
        if (hour < 0 || hour > 23 || keepDays < 1 || keepWeeks < 0) {
            throw new no.samtidig.platform.StartProblem(
                    "A setting below samtidig.backup is out of range.",
                    "hour is 0 to 23, keep-days at least 1, keep-weeks at least 0.");
        }
    }

    Optional<Path> place() {
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }
}
