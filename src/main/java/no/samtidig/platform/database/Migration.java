package no.samtidig.platform.database;

import java.sql.SQLException;
import no.samtidig.platform.StartProblem;
import org.flywaydb.core.Flyway;

/** What happens to the database at a start: nothing where a restore was not finished; else the migrations, and then the grants. */
final class Migration {
    private static final String NO_SUCH_ROLE = "42704";

    private Migration() {}

    static void run(Flyway flyway, DatabaseConfiguration.Logins logins) {
        try {
            UnfinishedRestore.refuse(logins.owner());
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
}
