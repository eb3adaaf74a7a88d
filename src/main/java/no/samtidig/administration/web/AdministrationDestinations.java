package no.samtidig.administration.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Destination.Section;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Administration in the main menu; those who may only see their own people have these alone. */
@Configuration
class AdministrationDestinations {
    @Bean
    Destination administrationDestination() {
        return new Destination(
                Permission.ADMINISTER, Section.WORKPLACE, 10, "administration", "/forvaltning", "administration.nav");
    }

    @Bean
    Destination peopleDestination() {
        return new Destination(
                Permission.MANAGE_PEOPLE, Section.WORKPLACE, 48, "people", "/forvaltning/personer", "people.nav");
    }
}
