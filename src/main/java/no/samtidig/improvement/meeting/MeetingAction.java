package no.samtidig.improvement.meeting;

import no.samtidig.access.AuditAction;

/** What the audit log tells about results meetings. */
enum MeetingAction implements AuditAction {
    STARTED_MEETING,
    CLOSED_VOTE,
    VOTED_AGAIN,
    DECLINED_AREA,
    ENDED_MEETING,
    ABANDONED_MEETING;

    @Override
    public String kind() {
        return "results-meeting";
    }
}
