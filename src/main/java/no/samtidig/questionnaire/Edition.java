package no.samtidig.questionnaire;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A published questionnaire. It never changes: what is published later is another edition.
 *
 * @param version of the wording, see {@link QuestionnaireText#version}
 * @param number which of its slug, counted from 1
 * @param published when it was published in the browser; empty for a file of the content
 */
public record Edition(Questionnaire questionnaire, String version, int number, Optional<OffsetDateTime> published) {
    public String slug() {
        return questionnaire.slug();
    }

    /** Whether it comes with the application, so that it is changed in its file only. */
    public boolean content() {
        return published.isEmpty();
    }
}
