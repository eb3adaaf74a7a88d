package violation.attic;

import no.samtidig.access.AuditAction;

/** A line of the audit log that does not say what was done. */
public enum Loot implements AuditAction {
    SILVER;

    @Override
    public String kind() {
        return "house";
    }
}
