package no.samtidig.platform.database;

import java.io.IOException;
import javax.sql.DataSource;
import no.samtidig.platform.Secrets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the data is: PostgreSQL inside the application, unless {@code samtidig.database.url} names a server. Two roles: the owner
 * migrates, and the application reads and changes rows.
 */
@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    /**
     * Both ways in.
     *
     * @param owner owns the tables and migrates
     * @param application what requests and jobs use
     */
    record Logins(DatabaseLogin owner, DatabaseLogin application) {
        boolean apart() {
            return !owner.username().equals(application.username());
        }
    }

    /** The secret key comes first: it is never made beside a database that is there. */
    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${samtidig.database.url:}'.isEmpty()")
    InsideDatabase insideDatabase(DatabaseSettings settings, Secrets secrets) throws IOException {
        return InsideDatabase.start(settings.directory());
    }

    @Bean
    Logins databaseLogins(DatabaseSettings settings, ObjectProvider<InsideDatabase> inside) {
        InsideDatabase here = inside.getIfAvailable();
        return here == null
                ? OutsideDatabase.checked(new Logins(settings.migrating(), settings.application()))
                : new Logins(here.owner(), here.application());
    }

    /** For work that takes its time and shall not take a connection from requests. */
    @Bean
    DatabaseLogin applicationLogin(Logins logins) {
        return logins.application();
    }

    @Bean
    Connections connections(DatabaseSettings settings, Logins logins) {
        return new Connections(logins.application(), settings.connections(), settings.patience());
    }

    @Bean
    DataSource dataSource(Connections connections) {
        return connections.usual();
    }

    @Bean
    FlywayConfigurationCustomizer ownerMigrates(Logins logins) {
        DatabaseLogin owner = logins.owner();
        // on connections of its own, without the limits of requests
        return flyway -> flyway.dataSource(
                owner.url(),
                owner.username().isEmpty() ? null : owner.username(),
                owner.username().isEmpty() ? null : owner.password());
    }

    @Bean
    FlywayMigrationStrategy migration(Logins logins) {
        return flyway -> Migration.run(flyway, logins);
    }
}
