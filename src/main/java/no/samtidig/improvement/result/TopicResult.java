package no.samtidig.improvement.result;

import java.util.List;
import java.util.Optional;
import no.samtidig.survey.StaffGroup;

/**
 * What was said about one area, as it may be shown.
 *
 * @param means empty of fewer than ten, of a statement alone, and where they would tell what everybody said
 * @param tier empty where the areas cannot be told apart, and of fewer than ten
 * @param strength whether it is done often and surely so
 * @param marked of five to nine: most have a gap of one step or more; three areas at most
 * @param exercise whether people are so unsure of themselves here that an exercise may help; of ten or more
 * @param groups clinicians and milieu staff apart; empty unless both can be shown
 */
public record TopicResult(
        Topic topic,
        Optional<Means> means,
        Optional<Tier> tier,
        boolean strength,
        boolean marked,
        boolean exercise,
        List<GroupResult> groups,
        List<StatementResult> statements) {
    public TopicResult {
        groups = List.copyOf(groups);
        statements = List.copyOf(statements);
    }

    /**
     * One of two staff groups beside each other.
     *
     * @param means those of both are shown, or none
     * @param apart how many have a gap of one step or more
     */
    public record GroupResult(StaffGroup group, Optional<Means> means, Share apart) {}

    /** How many of its statements most think are important and few do often. */
    long wished() {
        return statements.stream()
                .filter(it -> it.important().equals(new Told.Word(Share.MOST))
                        && it.often().equals(new Told.Word(Share.FEW)))
                .count();
    }

    TopicResult marked(boolean it) {
        return new TopicResult(topic, means, tier, strength, it, exercise, groups, statements);
    }
}
