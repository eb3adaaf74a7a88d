package no.samtidig.platform.database;

import java.util.Arrays;
import no.samtidig.platform.StartProblem;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the database up to this version, and never works on one that a newer version has changed. */
@Configuration
class MigrationConfiguration {
    @Bean
    FlywayMigrationStrategy migrate() {
        return flyway -> {
            Arrays.stream(flyway.info().all())
                    .filter(MigrationConfiguration::newer)
                    .findAny()
                    .ifPresent(it -> {
                        throw new StartProblem(
                                "The database has been changed by a newer Samtidig (it has migration " + it.getVersion()
                                        + ").",
                                "Start that version or a later one; or restore a backup from before it.");
                    });
            flyway.migrate();
        };
    }

    private static boolean newer(MigrationInfo it) {
        return it.getState() == MigrationState.FUTURE_SUCCESS || it.getState() == MigrationState.FUTURE_FAILED;
    }
}
