package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Map;
import no.samtidig.questionnaire.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Conditions as {@code survey-answer.js} reads them. The server decides anyway; the script only spares a round trip. */
final class Rule {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rule() {}

    /** Null for what never changes. */
    static @Nullable String json(Condition condition) {
        return condition.keys().findAny().isEmpty() ? null : JSON.writeValueAsString(tree(condition));
    }

    private static Map<String, Object> tree(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf it ->
                Map.of("key", it.key(), "values", it.values().stream().sorted().toList());
            case Condition.Answered it -> Map.of("key", it.key());
            case Condition.Between it -> Map.of("key", it.key(), "least", it.least(), "most", it.most());
            case Condition.All it -> Map.of("all", trees(it.conditions()));
            case Condition.Any it -> Map.of("any", trees(it.conditions()));
            case Condition.Not it -> Map.of("not", tree(it.condition()));
        };
    }

    private static List<Map<String, Object>> trees(List<Condition> conditions) {
        return conditions.stream().map(Rule::tree).toList();
    }
}
