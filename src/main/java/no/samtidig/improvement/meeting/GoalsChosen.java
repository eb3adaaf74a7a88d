package no.samtidig.improvement.meeting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.LastMeeting;
import no.samtidig.organisation.OrganisationScope;
import org.springframework.stereotype.Component;

/** A round was met about once goals of it stand, or a meeting ended in goals, in those there were, or in none: no form without a meeting. */
@Component
class GoalsChosen implements LastMeeting {
    private final WaitingMeetingStore waiting;

    GoalsChosen(WaitingMeetingStore waiting) {
        this.waiting = waiting;
    }

    @Override
    public boolean concluded(Journey journey, GapRound round) {
        return waiting.of(new OrganisationScope(List.of(journey.unit()))).stream()
                .noneMatch(it -> it.round().equals(round.id()));
    }

    @Override
    public Set<JourneyId> waiting(OrganisationScope scope) {
        return waiting.of(scope).stream()
                .map(WaitingMeetingStore.Waiting::journey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
