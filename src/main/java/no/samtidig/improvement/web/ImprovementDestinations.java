package no.samtidig.improvement.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Destination.Section;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The unit's page, and the programme's, in the main menu. */
@Configuration
class ImprovementDestinations {
    @Bean
    Destination unit() {
        return new Destination(Permission.SEE_OWN_UNIT, Section.WORKPLACE, 10, "unit", "/enheten", "unit.nav");
    }

    @Bean
    Destination programme() {
        return new Destination(
                Permission.SEE_PROGRAMME, Section.WORKPLACE, 30, "programme", "/programmet/endring", "programme.nav");
    }
}
