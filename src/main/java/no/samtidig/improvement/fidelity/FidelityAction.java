package no.samtidig.improvement.fidelity;

import no.samtidig.access.AuditAction;

/** What the audit log tells about ratings of fidelity. */
public enum FidelityAction implements AuditAction {
    STARTED,
    CHOSE,
    RATED,
    REVEALED,
    AGREED,
    NOTED_ANOTHER_COACH;

    @Override
    public String kind() {
        return "fidelity";
    }
}
