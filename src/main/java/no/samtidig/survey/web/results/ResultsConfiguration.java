package no.samtidig.survey.web.results;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the results into the menu of those who may see some. */
@Configuration
class ResultsConfiguration {
    @Bean
    Destination resultsPage() {
        return new Destination(
                Permission.SEE_RESULTS, Destination.Section.WORKPLACE, 30, "results", "/resultater", "results.nav");
    }
}
