package no.samtidig.improvement.meeting;

import no.samtidig.access.AuditAction;

/** What the audit log tells about results meetings. */
enum MeetingAction implements AuditAction {
    BEGAN_MEETING,
    CLOSED_VOTE,
    DECLINED_AREA,
    ENDED_MEETING;

    @Override
    public String kind() {
        return "results-meeting";
    }
}
