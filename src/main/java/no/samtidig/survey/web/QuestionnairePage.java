package no.samtidig.survey.web;

import java.util.Optional;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.survey.Edition;
import no.samtidig.survey.Questionnaire;

/**
 * A questionnaire as those who answer it meet it.
 *
 * @param questionnaire which text is shown
 * @param draft whether it is the draft
 * @param edition the newest published, if any
 * @param drafted whether there is a draft
 * @param language which language it is shown in
 * @param done whether it was just published
 */
public record QuestionnairePage(
        Questionnaire questionnaire,
        boolean draft,
        Optional<Edition> edition,
        boolean drafted,
        Language language,
        boolean done)
        implements Page {
    public String path() {
        return "/skjemaer/" + questionnaire.slug();
    }
}
