package no.samtidig.survey.web.results;

import java.util.List;
import java.util.stream.Collectors;
import no.samtidig.questionnaire.Condition;

/** Whom something was asked, in codes: for the codebook. */
record AskedWhen(ReportWording words) {
    /** When something was asked, by codes; empty where it was asked of all. */
    String of(Condition condition) {
        return condition.equals(Condition.ALWAYS) ? "" : told(condition);
    }

    private String told(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf it ->
                it.key() + " = " + it.values().stream().sorted().collect(Collectors.joining(" / "));
            case Condition.Answered it -> words.text("results.rule.answered", it.key());
            case Condition.Between it -> between(it);
            case Condition.All it -> joined(it.conditions(), words.text("results.rule.and"));
            case Condition.Any it -> joined(it.conditions(), words.text("results.rule.or"));
            case Condition.Not it -> words.text("results.rule.not", told(it.condition()));
        };
    }

    private static String between(Condition.Between it) {
        String low = it.least() == Integer.MIN_VALUE ? "" : it.least() + " ≤ ";
        String high = it.most() == Integer.MAX_VALUE ? "" : " ≤ " + it.most();
        return low + it.key() + high;
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(it -> "(" + told(it) + ")").collect(Collectors.joining(" " + word + " "));
    }
}
