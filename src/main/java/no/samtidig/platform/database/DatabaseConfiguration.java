package no.samtidig.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the data is: PostgreSQL inside the application, unless {@code samtidig.database.url} names a server. */
@Configuration
@EnableConfigurationProperties(DatabaseConfiguration.Settings.class)
class DatabaseConfiguration {
    /**
     * The settings below {@code samtidig.database}.
     *
     * @param url JDBC address of an outside PostgreSQL 16 or later; empty for the one inside
     * @param username on the outside server
     * @param password on the outside server
     * @param directory where the inside one keeps its data
     * @param connections at most so many for requests; nine more are for jobs and health
     * @param patience how long a statement of a request may take; half of it, to wait for a lock
     */
    @ConfigurationProperties("samtidig.database")
    record Settings(String url, String username, String password, Path directory, int connections, Duration patience) {}

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${samtidig.database.url:}'.isEmpty()")
    InsideDatabase insideDatabase(Settings settings) throws IOException {
        return InsideDatabase.start(settings.directory());
    }

    @Bean
    DatabaseAddress databaseAddress(Settings settings, ObjectProvider<InsideDatabase> inside) {
        InsideDatabase here = inside.getIfAvailable();
        return here == null
                ? OutsideDatabase.checked(new DatabaseAddress(settings.url(), settings.username(), settings.password()))
                : new DatabaseAddress(here.url(), null, null);
    }

    @Bean
    Connections connections(DatabaseAddress address, Settings settings) {
        return new Connections(address, settings.connections(), settings.patience());
    }

    @Bean
    @Primary
    DataSource dataSource(Connections connections) {
        return connections.usual();
    }

    /** For migrations, which take the time they take. */
    @Bean
    @FlywayDataSource
    DataSource migrations(DatabaseAddress address) {
        DriverManagerDataSource unlimited = new DriverManagerDataSource(address.url());
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "samtidig-migrations");
        properties.setProperty("tcpKeepAlive", "true");
        unlimited.setConnectionProperties(properties);
        unlimited.setUsername(address.username());
        unlimited.setPassword(address.password());
        return unlimited;
    }
}
