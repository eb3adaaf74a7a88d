package no.samtidig.improvement.gap;

import no.samtidig.access.AuditAction;

/** What the audit log tells about GAP besides what it tells of any round. */
public enum GapAction implements AuditAction {
    SHOWED_OWN_ANSWERS,
    TOOK_BACK_OWN_ANSWERS;

    @Override
    public String kind() {
        return "gap";
    }
}
