package no.samtidig.improvement.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.improvement.gap.GapAnswer;

/**
 * What one GAP round showed of a unit as a whole, by the statements of the short form: rounds are of the long or the short one, and only what
 * both ask can be compared. Only statements with both answers count, so that gap = importance − practice; a person counts who has both for
 * at least half of those that were put to them (the rule of {@code unit_change} in the reference values).
 *
 * @param n persons who count, five or more
 * @param gap mean of the persons' mean gap, in steps of the scale: importance minus practice
 * @param practice mean of their mean practice, 0 to 4
 * @param importance mean of their mean importance, 0 to 4
 */
public record UnitMeasure(int n, double gap, double practice, double importance) {
    /** Of fewer people than this nothing is kept. */
    public static final int FEWEST = 5;

    /**
     * Empty where too few count.
     *
     * @param common ids of the statements that every form asks
     */
    static Optional<UnitMeasure> of(List<GapAnswer> answers, Set<String> common) {
        List<double[]> persons = new ArrayList<>();
        for (GapAnswer one : answers) {
            List<String> asked = one.asked().stream().filter(common::contains).toList();
            List<String> both = asked.stream()
                    .filter(it ->
                            one.practice().containsKey(it) && one.importance().containsKey(it))
                    .toList();
            if (!both.isEmpty() && 2 * both.size() >= asked.size()) {
                persons.add(new double[] {
                    both.stream().mapToInt(one.practice()::get).average().orElseThrow(),
                    both.stream().mapToInt(one.importance()::get).average().orElseThrow()
                });
            }
        }
        if (persons.size() < FEWEST) {
            return Optional.empty();
        }
        double practice = persons.stream().mapToDouble(it -> it[0]).average().orElseThrow();
        double importance = persons.stream().mapToDouble(it -> it[1]).average().orElseThrow();
        return Optional.of(new UnitMeasure(persons.size(), importance - practice, practice, importance));
    }
}
