package no.samtidig.improvement.web.pipeline;

import no.samtidig.access.Destination;
import no.samtidig.access.Destination.Section;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The region's pipeline in the main menu. */
@Configuration
class RegionDestination {
    @Bean
    Destination region() {
        return new Destination(Permission.RUN_PIPELINE, Section.WORKPLACE, 5, "region", "/regionen", "pipeline.menu");
    }
}
