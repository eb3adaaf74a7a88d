package no.samtidig.improvement.meeting;

import no.samtidig.improvement.Journey;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.LastMeeting;
import org.springframework.stereotype.Component;

/** A round was met about once goals of it stand, or a meeting ended in goals, in those there were, or in none: no form without a meeting. */
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
                || goals.all(journey).stream().anyMatch(it -> of(round, it))
                || meetings.of(journey.id()).stream().anyMatch(it -> it.month() == round.occasion() && it.concluded());
    }

    /** Not one that was set before the round had opened: it came of the round before, however late that was met about. */
    private static boolean of(GapRound round, Goal goal) {
        return goal.occasion().months() == round.occasion() && !goal.made().isBefore(round.opens());
    }
}
