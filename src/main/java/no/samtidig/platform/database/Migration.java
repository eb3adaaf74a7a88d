package no.samtidig.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** What happens to the database at a start: nothing where a restore was not finished; else the migrations, and then the grants. */
final class Migration {
    private Migration() {}

    static void run(Flyway flyway, DatabaseConfiguration.Logins logins) {
        try {
            UnfinishedRestore.refuse(logins.owner());
            flyway.migrate();
            if (logins.apart()) {
                Grants.give(logins.owner(), logins.application().username());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
