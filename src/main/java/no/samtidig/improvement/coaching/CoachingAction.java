package no.samtidig.improvement.coaching;

import no.samtidig.access.AuditAction;

/** What the audit log tells about coaching. */
public enum CoachingAction implements AuditAction {
    PLANNED_TALKS,
    ADDED_TALKS,
    MOVED_A_TALK,
    CANCELLED_A_TALK,
    NOTED_A_TALK,
    AGREED_TO_A_NOTE;

    @Override
    public String kind() {
        return "coaching";
    }
}
