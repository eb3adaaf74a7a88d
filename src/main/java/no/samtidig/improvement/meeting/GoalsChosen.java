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

    GoalsChosen(Goals goals) {
        this.goals = goals;
    }

    @Override
    public boolean concluded(Journey journey, GapRound round) {
        return goals.nones(journey).stream().anyMatch(it -> it.months() == round.occasion())
                || goals.all(journey).stream().anyMatch(it -> it.occasion().months() == round.occasion());
    }
}
