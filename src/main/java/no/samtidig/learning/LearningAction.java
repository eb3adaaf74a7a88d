package no.samtidig.learning;

import no.samtidig.access.AuditAction;

/** What the audit log tells about learning: nothing of what a learner does, but who looks at it, and that it was deleted. */
enum LearningAction implements AuditAction {
    DELETED_OWN_LEARNING,
    SAW,
    EXPORTED;

    @Override
    public String kind() {
        return this == DELETED_OWN_LEARNING ? "account" : "completion-of-staff";
    }
}
