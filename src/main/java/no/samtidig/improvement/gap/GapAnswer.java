package no.samtidig.improvement.gap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.survey.StaffGroup;

/**
 * What one person answered in a GAP round, as it came out of its envelope: nobody knows whose it is.
 *
 * @param practice how often the unit does it, by statement: 0 never to 4 always
 * @param importance how often it ought to happen here, by statement: 0 to 4
 * @param unsure statements whose practice was answered <i>vet ikke</i>
 * @param irrelevant statements whose practice was answered <i>ikke aktuelt hos oss</i>
 * @param confidence by area: 0 to 10
 * @param asked statements that were put to this person
 * @param group what the person works as, where it may be told
 */
public record GapAnswer(
        Map<String, Integer> practice,
        Map<String, Integer> importance,
        Set<String> unsure,
        Set<String> irrelevant,
        Map<String, Integer> confidence,
        Set<String> asked,
        Optional<StaffGroup> group) {
    public GapAnswer {
        practice = Map.copyOf(practice);
        importance = Map.copyOf(importance);
        unsure = Set.copyOf(unsure);
        irrelevant = Set.copyOf(irrelevant);
        confidence = Map.copyOf(confidence);
        asked = Set.copyOf(asked);
    }
}
