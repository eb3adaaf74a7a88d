package no.samtidig.improvement.meeting;

import no.samtidig.improvement.Journey;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.LastMeeting;
import org.springframework.stereotype.Component;

/** A round was met about once goals stand, or the word that there are none: no form without a meeting. */
@Component
class GoalsChosen implements LastMeeting {
    private final Goals goals;
    private final MeetingStore meetings;

    GoalsChosen(Goals goals, MeetingStore meetings) {
        this.goals = goals;
        this.meetings = meetings;
    }

    @Override
    public boolean concluded(Journey journey, GapRound round) {
        return goals.nones(journey).stream().anyMatch(it -> it.months() == round.occasion())
                || goals.all(journey).stream().anyMatch(it -> it.occasion().months() == round.occasion())
                || meetings.of(journey.id()).stream()
                        .anyMatch(it -> it.month() == round.occasion() && chose(journey, it));
    }

    /** A meeting ends with new goals, with those there were, or with none; one that nobody ended came to nothing where there are no goals. */
    private boolean chose(Journey journey, Meeting meeting) {
        return !meeting.open() && (meeting.withoutGoals() || !goals.of(journey).isEmpty());
    }
}
