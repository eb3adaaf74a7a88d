package no.samtidig.questionnaire;

import no.samtidig.access.AuditAction;

/** What the audit log tells about questionnaires. */
enum QuestionnaireAction implements AuditAction {
    PUBLISHED,
    THREW_AWAY;

    @Override
    public String kind() {
        return "questionnaire";
    }
}
