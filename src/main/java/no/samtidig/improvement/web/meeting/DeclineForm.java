package no.samtidig.improvement.web.meeting;

import java.util.List;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.platform.Trouble;

/** What can be wrong with a leader's no. */
final class DeclineForm {
    private DeclineForm() {}

    static Trouble trouble(List<StagePage.Area> areas, String area, String reason) {
        Trouble trouble = Trouble.NONE;
        if (areas.stream().noneMatch(it -> it.id().equals(area))) {
            trouble = trouble.and("nei", "meeting.leader.none");
        }
        if (reason.isEmpty()) {
            return trouble.and("grunn", "meeting.leader.reason.empty");
        }
        if (NoPatients.found(reason)) {
            return trouble.and("grunn", NoPatients.REFUSAL);
        }
        if (reason.length() > Meeting.LONGEST_REASON) {
            return trouble.and("grunn", "meeting.leader.reason.long");
        }
        return trouble;
    }
}
