package no.samtidig.administration;

import no.samtidig.access.AuditAction;

/** What the audit log tells about places. The subject is the place's path. */
enum PlaceAction implements AuditAction {
    MADE_OWNER,
    MADE_UNIT,
    CHANGED,
    /** Away from here, to another owner. */
    MOVED,
    MOVED_HERE,
    /** Into another. */
    MERGED,
    MERGED_HERE,
    CLOSED,
    REOPENED,
    /** Owners and units of a file; the subject is the file's own id. */
    IMPORTED;

    @Override
    public String kind() {
        return "place";
    }
}
