package no.samtidig.improvement;

import no.samtidig.access.AuditAction;

/** What the audit log tells about journeys. */
public enum JourneyAction implements AuditAction {
    STARTED,
    MOVED,
    CHANGED;

    @Override
    public String kind() {
        return "journey";
    }
}
