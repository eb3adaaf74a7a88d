package no.samtidig.questionnaire.web;

import java.util.List;
import no.samtidig.platform.Page;

/**
 * A draft's title, introduction and minutes.
 *
 * @param revision what the form was made from
 * @param minutes as typed
 * @param estimate minutes, worked out
 */
public record QuestionnaireHeadPage(
        String slug,
        int revision,
        Both title,
        Both introduction,
        String minutes,
        int estimate,
        List<Trouble> troubles,
        Conflict conflict)
        implements Page {
    public QuestionnaireHeadPage {
        troubles = List.copyOf(troubles);
    }

    @Override
    public int status() {
        return conflict.status(troubles);
    }
}
