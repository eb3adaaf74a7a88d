package no.samtidig.learning.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the leader's page into the leader's menu. */
@Configuration
class UnitConfiguration {
    @Bean
    Destination unit() {
        return new Destination(Permission.SEE_COMPLETION, "unit", "/enheten", "unit.nav");
    }
}
