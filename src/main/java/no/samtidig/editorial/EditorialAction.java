package no.samtidig.editorial;

import no.samtidig.access.AuditAction;

/** What the audit log tells about editing. */
enum EditorialAction implements AuditAction {
    WITHDREW;

    @Override
    public String kind() {
        return "voice";
    }
}
