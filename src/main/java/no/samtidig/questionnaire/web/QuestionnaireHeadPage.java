package no.samtidig.questionnaire.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * A draft's title, introduction and minutes.
 *
 * @param revision what the form was made from
 * @param minutes as typed
 * @param estimate minutes, worked out
 * @param trouble what is wrong with what was typed
 */
public record QuestionnaireHeadPage(
        String slug,
        int revision,
        Both title,
        Both introduction,
        String minutes,
        int estimate,
        Trouble trouble,
        Conflict conflict)
        implements Page {
    @Override
    public int status() {
        return conflict.status(trouble);
    }
}
