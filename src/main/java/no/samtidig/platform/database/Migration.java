package no.samtidig.platform.database;

import java.sql.SQLException;
import java.util.Arrays;
import no.samtidig.platform.StartProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** What happens to the database at a start: nothing where a restore was not finished; else the migrations, and then the grants. */
final class Migration {
    private static final String NO_SUCH_ROLE = "42704";

    private Migration() {}

    static void run(Flyway flyway, DatabaseConfiguration.Logins logins) {
        try {
            UnfinishedRestore.refuse(logins.owner());
            refuseNewer(flyway);
            flyway.migrate();
            if (logins.apart()) {
                Grants.give(logins.owner(), logins.application().username());
            }
        } catch (SQLException failure) {
            if (NO_SUCH_ROLE.equals(failure.getSQLState())) {
                throw new StartProblem(
                        "The database has no role " + logins.application().username() + ".",
                        "Make the role that samtidig.database.username names, or leave samtidig.database.owner.username empty.");
            }
            throw new IllegalStateException(failure);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(it ->
                        it.getState() == MigrationState.FUTURE_SUCCESS || it.getState() == MigrationState.FUTURE_FAILED)
                .findAny()
                .ifPresent(it -> {
                    throw new StartProblem(
                            "The database has been changed by a newer Samtidig (it has migration " + it.getVersion()
                                    + ").",
                            "Start that version or a later one; or restore a backup from before it.");
                });
    }
}
