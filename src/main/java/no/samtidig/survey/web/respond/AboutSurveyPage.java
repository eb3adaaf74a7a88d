package no.samtidig.survey.web.respond;

import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.RichText;

/**
 * What a survey can and cannot tell.
 *
 * @param language of the text
 */
public record AboutSurveyPage(RichText text, Language language) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }
}
