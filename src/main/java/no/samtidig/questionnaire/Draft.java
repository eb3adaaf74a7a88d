package no.samtidig.questionnaire;

import java.time.OffsetDateTime;

/**
 * A questionnaire that is being written.
 *
 * @param revision counts the changes; a form of an older one is not kept over a newer
 * @param changed when it was last changed
 * @param undoable whether the last change can be undone
 */
public record Draft(Questionnaire questionnaire, int revision, OffsetDateTime changed, boolean undoable) {
    public String slug() {
        return questionnaire.slug();
    }
}
