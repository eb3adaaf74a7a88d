package no.samtidig.improvement.result;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.gap.GapAnswer;

/**
 * What one person, whom nobody knows, said about a topic: the means of the statements with both answers, so that the gap is the difference
 * of the other two. Stays inside this package.
 *
 * @param practice 0 to 4
 * @param importance 0 to 4
 */
record PersonTopic(double practice, double importance) {
    private static final double STEP = 1.0;

    /** Empty where fewer than half of the statements asked were answered, or where too few of an area's were asked. */
    static Optional<PersonTopic> of(GapAnswer answer, Topic topic) {
        List<String> asked =
                topic.statements().stream().filter(answer.asked()::contains).toList();
        List<String> both = asked.stream()
                .filter(it ->
                        answer.practice().containsKey(it) && answer.importance().containsKey(it))
                .toList();
        if (both.isEmpty() || 2 * both.size() < asked.size() || (!topic.alone() && asked.size() < Topic.STATEMENTS)) {
            return Optional.empty();
        }
        return Optional.of(new PersonTopic(
                both.stream()
                                .mapToInt(it -> answer.practice().getOrDefault(it, 0))
                                .sum()
                        / (double) both.size(),
                both.stream()
                                .mapToInt(it -> answer.importance().getOrDefault(it, 0))
                                .sum()
                        / (double) both.size()));
    }

    double gap() {
        return importance - practice;
    }

    /** Whether there is a step or more between what is done and what ought to be. */
    boolean apart() {
        return gap() >= STEP;
    }
}
