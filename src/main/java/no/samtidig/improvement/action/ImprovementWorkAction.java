package no.samtidig.improvement.action;

import no.samtidig.access.AuditAction;

/** What the audit log tells about goals and actions. */
public enum ImprovementWorkAction implements AuditAction {
    ADDED_A_GOAL,
    ENDED_A_GOAL,
    CHOSE_NO_GOAL,
    ADDED_AN_ACTION,
    CHANGED_AN_ACTION,
    LOGGED_AN_ACTION,
    LOOKED_AT_AN_ACTION;

    @Override
    public String kind() {
        return "improvement-work";
    }
}
