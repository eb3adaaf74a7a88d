package no.samtidig.questionnaire.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questionnaires in the main menu. */
@Configuration
class QuestionnaireDestination {
    @Bean
    Destination questionnairesDestination() {
        return new Destination(
                Permission.EDIT_QUESTIONNAIRES,
                Destination.Section.WORKPLACE,
                40,
                "questionnaires",
                "/skjemaer",
                "questionnaires.menu");
    }
}
