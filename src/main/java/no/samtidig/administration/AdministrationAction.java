package no.samtidig.administration;

import no.samtidig.access.AuditAction;

/** What the audit log tells about administration: who looked at whom. What is changed the module tells that owns it. */
enum AdministrationAction implements AuditAction {
    SAW_PEOPLE("saw", "people"),
    SAW_PERSON("saw", "account"),
    EXPORTED_ROLES("exported", "roles"),
    SAW_LOG("saw", "audit-log"),
    EXPORTED_LOG("exported", "audit-log"),
    CHECKED_LOG("checked", "audit-log"),
    SAW_MAIL("saw", "mail"),
    RETRIED_MAIL("retried", "mail"),
    STARTED_JOB("started", "job");

    private final String code;
    private final String kind;

    AdministrationAction(String code, String kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String kind() {
        return kind;
    }
}
