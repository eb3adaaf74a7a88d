package no.samtidig.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code samtidig.database}.
 *
 * @param url JDBC address of an outside PostgreSQL 16 or later; empty for the one inside
 * @param username the application's role on the outside server
 * @param password its password
 * @param owner the role that owns the tables and migrates; without it, the application's role does that too
 * @param directory where the inside one keeps its data
 * @param connections at most so many for requests; nine more are for jobs and health
 * @param patience how long a statement of a request may take; half of it, to wait for a lock
 */
@ConfigurationProperties("samtidig.database")
public record DatabaseSettings(
        String url,
        String username,
        String password,
        @DefaultValue Owner owner,
        Path directory,
        int connections,
        Duration patience) {
    /** A role of the outside server with its password; empty where there is none of its own. */
    public record Owner(
            @DefaultValue("") String username,
            @DefaultValue("") String password) {}

    /** Whether the server is the one inside the application. */
    public boolean inside() {
        return url.isBlank();
    }

    /** The application's own way in to the outside server. */
    DatabaseLogin application() {
        return new DatabaseLogin(url, username, password);
    }

    /** The owner's way in to the outside server. */
    DatabaseLogin migrating() {
        return owner.username().isBlank() ? application() : new DatabaseLogin(url, owner.username(), owner.password());
    }
}
