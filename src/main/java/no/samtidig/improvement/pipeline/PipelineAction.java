package no.samtidig.improvement.pipeline;

import no.samtidig.access.AuditAction;

/** What the audit log tells about the region's pipeline. */
enum PipelineAction implements AuditAction {
    SAW_CONTACTS("saw", "contacts-of-unit"),
    CHANGED_CONTACT("changed", "contacts-of-unit"),
    EXPORTED_UNITS("exported", "pipeline"),
    ADDED_UNITS("added units", "pipeline"),
    TOOK_IN_CONTACTS("took in contacts", "pipeline");

    private final String code;
    private final String kind;

    PipelineAction(String code, String kind) {
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
