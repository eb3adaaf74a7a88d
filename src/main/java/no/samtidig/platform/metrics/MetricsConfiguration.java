package no.samtidig.platform.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import no.samtidig.platform.backup.Backups;
import no.samtidig.platform.database.Connections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured: requests by route, connections, jobs, mail, the virtual machine. Only where {@code samtidig.metrics.port} is not 0. */
@Configuration
@ConditionalOnExpression("'${samtidig.metrics.port}' != '0'")
@EnableConfigurationProperties(MetricsConfiguration.Settings.class)
class MetricsConfiguration {
    /**
     * The settings below {@code samtidig.metrics}.
     *
     * @param address on which the numbers are given; this machine's own by default
     * @param port 0 for none
     */
    @ConfigurationProperties("samtidig.metrics")
    record Settings(String address, int port) {}

    @Bean
    PrometheusMeterRegistry metrics() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    @Bean
    JvmGcMetrics garbageCollection(PrometheusMeterRegistry registry) {
        JvmGcMetrics pauses = new JvmGcMetrics();
        pauses.bindTo(registry);
        return pauses;
    }

    @Bean
    RequestMeter requestMeter(PrometheusMeterRegistry registry) {
        return new RequestMeter(registry);
    }

    @Bean
    DatabaseMeter databaseMeter(
            PrometheusMeterRegistry registry, Connections connections, Backups backups, Clock clock) {
        return new DatabaseMeter(registry, connections, backups, clock);
    }

    @Bean
    MetricsDoor metricsDoor(Settings settings, PrometheusMeterRegistry registry, DatabaseMeter database) {
        return new MetricsDoor(settings.address(), settings.port(), registry, database);
    }
}
