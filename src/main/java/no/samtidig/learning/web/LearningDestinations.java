package no.samtidig.learning.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Destination.Section;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The modules and one's own page in the main menu. */
@Configuration
class LearningDestinations {
    @Bean
    Destination modules() {
        return new Destination(null, Section.LEARN, 10, "modules", "/moduler", "modules.title");
    }

    @Bean
    Destination mine() {
        return new Destination(Permission.OWN_ACCOUNT, Section.LEARN, 20, "mine", "/min-side", "mine.title");
    }
}
