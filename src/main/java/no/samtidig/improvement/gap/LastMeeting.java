package no.samtidig.improvement.gap;

import java.util.Set;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.organisation.OrganisationScope;

/**
 * What came of a round. Whoever keeps goals tells it by a bean of this type: the next round does not open before goals, or that none were
 * chosen, are recorded for the last. Until there is such a bean nothing is held back.
 */
public interface LastMeeting {
    /** Whether the results of the round were met about: goals are recorded, or «vi valgte ingen». */
    boolean concluded(Journey journey, GapRound round);

    /** The journeys of a scope whose newest result waits for a meeting. */
    Set<JourneyId> waiting(OrganisationScope scope);
}
