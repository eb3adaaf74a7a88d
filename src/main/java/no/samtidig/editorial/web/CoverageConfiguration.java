package no.samtidig.editorial.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the matrix into the menu of those who may see it. */
@Configuration
class CoverageConfiguration {
    @Bean
    Destination coverage() {
        return new Destination(
                Permission.SEE_COVERAGE,
                Destination.Section.WORKPLACE,
                60,
                "coverage",
                "/redaksjon/dekning",
                "coverage.nav");
    }
}
