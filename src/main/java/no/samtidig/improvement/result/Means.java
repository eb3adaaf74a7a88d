package no.samtidig.improvement.result;

import java.util.List;
import java.util.Optional;

/**
 * The means of an area: all three or none, since the gap is the difference of the other two.
 *
 * @param practice 0 to 4
 * @param importance 0 to 4
 * @param gap importance less practice
 */
public record Means(Average practice, Average importance, Average gap) {
    /** Empty of fewer than ten, of a statement alone, and where one of them would tell what everybody said. */
    static Optional<Means> of(Topic topic, List<PersonTopic> said) {
        List<Double> practice = said.stream().map(PersonTopic::practice).toList();
        List<Double> importance = said.stream().map(PersonTopic::importance).toList();
        if (topic.alone() || Average.tellsAll(practice) || Average.tellsAll(importance)) {
            return Optional.empty();
        }
        return Average.of(practice)
                .flatMap(does -> Average.of(importance)
                        .flatMap(ought -> Average.of(
                                        said.stream().map(PersonTopic::gap).toList())
                                .map(gap -> new Means(does, ought, gap))));
    }
}
