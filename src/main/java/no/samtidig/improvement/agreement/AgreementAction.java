package no.samtidig.improvement.agreement;

import no.samtidig.access.AuditAction;

/** What the audit log tells about agreements. */
public enum AgreementAction implements AuditAction {
    CHANGED,
    ACCEPTED,
    WITHDREW,
    TICKED_THE_CHECKLIST,
    HANDED_OVER_TO_A_NEW_LEADER,
    ANSWERED_AS_NEW_LEADER,
    TOOK_OVER_AS_COACH;

    @Override
    public String kind() {
        return "agreement";
    }
}
