package no.samtidig.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

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
     * @param connections at most so many connections
     */
    @ConfigurationProperties("samtidig.database")
    record Settings(String url, String username, String password, Path directory, int connections) {}

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${samtidig.database.url:}'.isEmpty()")
    InsideDatabase insideDatabase(Settings settings) throws IOException {
        return InsideDatabase.start(settings.directory());
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Settings settings, ObjectProvider<InsideDatabase> inside) {
        InsideDatabase here = inside.getIfAvailable();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(here == null ? settings.url() : here.url());
        if (here == null) {
            pool.setUsername(settings.username());
            pool.setPassword(settings.password());
        }
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(2_000);
        pool.addDataSourceProperty("ApplicationName", "samtidig");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // a log holds no text that a person typed
        return pool;
    }
}
