package no.samtidig.survey.web.rounds;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The surveys in the main menu, for those who run them. Who may only see results finds the same rounds under the results. */
@Configuration
class RoundDestination {
    @Bean
    Destination surveys() {
        return new Destination(
                Permission.RUN_SURVEYS, Destination.Section.WORKPLACE, 20, "rounds", "/undersokelser", "rounds.menu");
    }
}
