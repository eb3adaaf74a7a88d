package no.samtidig.improvement.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.gap.GapAnswer;

/**
 * A unit's GAP round that is over and settled, with what was said beside it.
 *
 * @param month of the journey it belongs to: 0, 6, 12 or 18
 * @param asked how many were invited
 * @param leaders practice by statement, of each leader who has chosen to show it; never averaged with the staff
 * @param council the user council's one answer to each of its items, by their ids; never averaged with the staff
 */
public record SettledGap(
        int month,
        LocalDate closed,
        int asked,
        List<GapAnswer> answers,
        List<Map<String, Integer>> leaders,
        Map<String, String> council) {
    public SettledGap {
        answers = List.copyOf(answers);
        leaders = List.copyOf(leaders.stream().map(Map::copyOf).toList());
        council = Map.copyOf(council);
    }

    /** Whether fewer than half of those asked answered. */
    public boolean low() {
        return 2 * answers.size() < asked;
    }

    /** What each leader who shows it says of a topic: the mean of the statements, where at least half were answered. */
    public List<Double> leaders(Topic topic) {
        return leaders.stream().flatMap(it -> mean(it, topic).stream()).toList();
    }

    private static Optional<Double> mean(Map<String, Integer> leader, Topic topic) {
        List<Integer> said = topic.statements().stream()
                .flatMap(it -> Optional.ofNullable(leader.get(it)).stream())
                .toList();
        return said.isEmpty() || 2 * said.size() < topic.statements().size()
                ? Optional.empty()
                : Optional.of(said.stream().mapToInt(it -> it).average().orElseThrow());
    }
}
