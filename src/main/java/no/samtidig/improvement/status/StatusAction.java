package no.samtidig.improvement.status;

import no.samtidig.access.AuditAction;

/** What the audit log tells about statuses. */
public enum StatusAction implements AuditAction {
    RELEASED;

    @Override
    public String kind() {
        return "unit-status";
    }
}
