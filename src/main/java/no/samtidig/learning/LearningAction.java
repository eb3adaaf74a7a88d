package no.samtidig.learning;

import no.samtidig.access.AuditAction;

/** What the audit log tells about learning: nothing of what a learner does, but who looks at it. */
enum LearningAction implements AuditAction {
    SAW,
    EXPORTED;

    @Override
    public String kind() {
        return "completion-of-staff";
    }
}
