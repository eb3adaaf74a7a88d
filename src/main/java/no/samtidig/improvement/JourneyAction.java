package no.samtidig.improvement;

import no.samtidig.access.AuditAction;

/** What the audit log tells about journeys. */
public enum JourneyAction implements AuditAction {
    PUT_INTO_THE_PIPELINE,
    MOVED,
    CHANGED;

    @Override
    public String kind() {
        return "journey";
    }
}
