package no.samtidig.certificate;

import no.samtidig.access.AuditAction;

/** What the audit log tells about certificates. */
enum CertificateAction implements AuditAction {
    ISSUED,
    CHOSE_WHAT_IS_SHOWN,
    RENEWED,
    REPLACED,
    WITHDREW,
    DELETED;

    @Override
    public String kind() {
        return "certificate";
    }
}
