package no.samtidig.survey.web.respond;

import no.samtidig.platform.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever answers is nobody: {@code RulesTest} holds every handler of this package to these addresses, or to asking for a permission. */
@Configuration
class RespondConfiguration {
    @Bean
    WithoutSession surveysWithoutSession() {
        return WithoutSession.at("/svar/**");
    }
}
