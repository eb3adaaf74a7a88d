package no.samtidig.improvement.web.delta;

import no.samtidig.platform.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever votes is nobody. */
@Configuration
class DeltaConfiguration {
    @Bean
    WithoutSession meetingsWithoutSession() {
        return WithoutSession.at("/delta/**");
    }
}
