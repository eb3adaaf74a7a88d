package no.samtidig.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Sessions live in the database: they outlive a restart and are the same on every node. Twelve hours without use ends one. */
@Configuration
@EnableJdbcHttpSession(
        tableName = "access.session",
        maxInactiveIntervalInSeconds = 12 * 60 * 60,
        cleanupCron = "0 17 * * * *")
class SessionConfiguration {}
