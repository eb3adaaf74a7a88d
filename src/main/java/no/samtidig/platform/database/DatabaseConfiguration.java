package no.samtidig.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import no.samtidig.platform.Secrets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

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
                ? new Logins(settings.migrating(), settings.application())
                : new Logins(here.owner(), here.application());
    }

    /** For work that takes its time and shall not take a connection from requests. */
    @Bean
    DatabaseLogin applicationLogin(Logins logins) {
        return logins.application();
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseSettings settings, Logins logins) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(logins.application().url());
        if (!logins.application().username().isEmpty()) {
            pool.setUsername(logins.application().username());
            pool.setPassword(logins.application().password());
        }
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(2_000);
        pool.addDataSourceProperty("ApplicationName", "samtidig");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // a log holds no text that a person typed
        return pool;
    }

    @Bean
    FlywayConfigurationCustomizer ownerMigrates(Logins logins) {
        DatabaseLogin owner = logins.owner();
        return flyway -> {
            if (!owner.username().isEmpty()) {
                flyway.dataSource(owner.url(), owner.username(), owner.password());
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migration(Logins logins) {
        return flyway -> Migration.run(flyway, logins);
    }
}
