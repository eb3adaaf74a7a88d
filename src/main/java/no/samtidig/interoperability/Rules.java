package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our conditions as R4 can say them: a row of comparisons of which all or any must hold. A condition inside another has no such form; it
 * is written as JSON, in the form of the questionnaire files.
 */
final class Rules {
    private static final JsonMapper JSON = new JsonMapper();

    /** An R4 comparison, apart from the classes of FHIR. Its value is a code, a whole number, a text or (for exists) a flag. */
    record When(String question, Operator operator, Object value) {}

    enum Operator {
        EXISTS,
        EQUAL,
        AT_LEAST,
        AT_MOST
    }

    /** Comparisons. */
    record Whens(boolean all, List<When> list) {
        Whens {
            list = List.copyOf(list);
        }
    }

    /** A code as a value, to tell it from a text. */
    record Code(String value) {}

    private Rules() {}

    /** The same condition in R4's words, if it has any. */
    static Optional<Whens> natively(Condition condition, Function<String, Item.@Nullable Question> asked) {
        return switch (condition) {
            case Condition.All(List<Condition> all) when !all.isEmpty() -> joined(all, true, asked);
            case Condition.Any(List<Condition> any) when !any.isEmpty() -> joined(any, false, asked);
            case Condition.All _, Condition.Any _ -> Optional.empty();
            case Condition.Answered _, Condition.Not _, Condition.AnyOf _, Condition.Between _ ->
                single(condition, asked);
        };
    }

    private static Optional<Whens> joined(
            List<Condition> conditions, boolean all, Function<String, Item.@Nullable Question> asked) {
        List<When> whens = new ArrayList<>();
        for (Condition it : conditions) {
            Optional<Whens> part = it instanceof Condition.All || it instanceof Condition.Any
                    ? Optional.empty()
                    : single(it, asked).filter(row -> row.list().size() == 1 || row.all() == all);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            whens.addAll(part.get().list());
        }
        return Optional.of(new Whens(all, whens));
    }

    private static Optional<Whens> single(Condition condition, Function<String, Item.@Nullable Question> asked) {
        return switch (condition) {
            case Condition.Answered(String key) -> one(new When(key, Operator.EXISTS, true));
            case Condition.Not(Condition.Answered(String key)) -> one(new When(key, Operator.EXISTS, false));
            case Condition.AnyOf(String key, Set<String> values) -> anyOf(key, values, asked.apply(key));
            case Condition.Between(String key, int least, int most) -> between(key, least, most, asked.apply(key));
            case Condition.Not _, Condition.All _, Condition.Any _ -> Optional.empty();
        };
    }

    private static Optional<Whens> one(When when) {
        return Optional.of(new Whens(true, List.of(when)));
    }

    private static Optional<Whens> anyOf(String key, Set<String> values, Item.@Nullable Question question) {
        List<When> whens = new ArrayList<>();
        for (String value : values.stream().sorted().toList()) {
            Object typed =
                    switch (question) {
                        case Item.Slider _, Item.NumberQuestion _ ->
                            Fhir.number(value)
                                    .filter(it -> it.toString().equals(value))
                                    .orElse(null);
                        case Item.ShortText _, Item.LongText _ ->
                            value.isBlank() || !value.equals(value.strip()) ? null : value;
                        case null -> null;
                        case Item.SingleChoice _,
                                Item.MultipleChoice _,
                                Item.LikertGrid _,
                                Item.Frequency _,
                                Item.Importance _ -> question.values().contains(value) ? new Code(value) : null;
                    };
            if (typed == null) {
                return Optional.empty();
            }
            whens.add(new When(key, Operator.EQUAL, typed));
        }
        return whens.isEmpty() ? Optional.empty() : Optional.of(new Whens(whens.size() == 1, whens));
    }

    private static Optional<Whens> between(String key, int least, int most, Item.@Nullable Question question) {
        if (!(question instanceof Item.Slider) && !(question instanceof Item.NumberQuestion)) {
            return question == null || question instanceof Item.MultipleChoice
                    ? Optional.empty()
                    : anyOf(
                            key,
                            new HashSet<>(question.values().stream()
                                    .filter(it -> Fhir.number(it)
                                            .filter(number -> number >= least && number <= most)
                                            .isPresent())
                                    .toList()),
                            question);
        }
        List<When> whens = new ArrayList<>();
        if (least != Integer.MIN_VALUE) {
            whens.add(new When(key, Operator.AT_LEAST, least));
        }
        if (most != Integer.MAX_VALUE) {
            whens.add(new When(key, Operator.AT_MOST, most));
        }
        return whens.isEmpty() ? Optional.empty() : Optional.of(new Whens(true, whens));
    }

    /** The condition that both must hold for, in one row where it can be, so that no depth of items makes a deep condition. */
    static Condition both(Condition outer, Condition inner) {
        if (outer.equals(Condition.ALWAYS)) {
            return inner;
        }
        if (inner.equals(Condition.ALWAYS)) {
            return outer;
        }
        Set<Condition> all = new LinkedHashSet<>(parts(outer));
        all.addAll(parts(inner));
        Set<String> named = all.stream()
                .filter(it -> it instanceof Condition.AnyOf || it instanceof Condition.Between)
                .flatMap(Condition::keys)
                .collect(Collectors.toSet());
        all.removeIf(it -> it instanceof Condition.Answered(String key) && named.contains(key));
        return all.size() == 1 ? all.iterator().next() : new Condition.All(List.copyOf(all));
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
    }

    /** The condition that comparisons say, in the fewest words. */
    static Condition joined(boolean all, List<Condition> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        if (!all) {
            Set<String> values = new LinkedHashSet<>();
            Set<String> keys = new HashSet<>();
            boolean alike = conditions.stream().allMatch(it -> {
                if (it instanceof Condition.AnyOf(String key, Set<String> more)) {
                    keys.add(key);
                    values.addAll(more);
                    return true;
                }
                return false;
            });
            if (alike && keys.size() == 1) {
                return new Condition.AnyOf(keys.iterator().next(), values);
            }
        }
        return all ? new Condition.All(conditions) : new Condition.Any(conditions);
    }

    static Condition of(Whens whens) {
        return joined(whens.all(), whens.list().stream().map(Rules::of).toList());
    }

    private static Condition of(When when) {
        return switch (when.operator()) {
            case EXISTS -> {
                Condition answered = new Condition.Answered(when.question());
                yield Objects.equals(when.value(), true) ? answered : new Condition.Not(answered);
            }
            case EQUAL ->
                new Condition.AnyOf(
                        when.question(),
                        Set.of(when.value() instanceof Code(String code) ? code : String.valueOf(when.value())));
            case AT_LEAST -> new Condition.Between(when.question(), (int) when.value(), Integer.MAX_VALUE);
            case AT_MOST -> new Condition.Between(when.question(), Integer.MIN_VALUE, (int) when.value());
        };
    }

    static String write(Condition condition) {
        return JSON.writeValueAsString(node(condition));
    }

    private static ObjectNode node(Condition condition) {
        ObjectNode node = JSON.createObjectNode();
        switch (condition) {
            case Condition.AnyOf it -> {
                node.put("item", it.key());
                ArrayNode values = node.putArray("any-of");
                it.values().stream().sorted().forEach(values::add);
            }
            case Condition.Answered it -> node.put("item", it.key()).put("answered", true);
            case Condition.Between it -> {
                node.put("item", it.key());
                if (it.least() != Integer.MIN_VALUE) {
                    node.put("at-least", it.least());
                }
                if (it.most() != Integer.MAX_VALUE || it.least() == Integer.MIN_VALUE) {
                    node.put("at-most", it.most());
                }
            }
            case Condition.All it -> {
                ArrayNode all = node.putArray("all");
                it.conditions().forEach(one -> all.add(node(one)));
            }
            case Condition.Any it -> {
                ArrayNode any = node.putArray("any");
                it.conditions().forEach(one -> any.add(node(one)));
            }
            case Condition.Not it -> node.set("not", node(it.condition()));
        }
        return node;
    }

    /** Reads what {@link #write} wrote; empty where it is something else. */
    static Optional<Condition> read(String written) {
        try {
            return Optional.of(condition(JSON.readTree(written), 0));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Condition condition(JsonNode node, int depth) {
        if (depth > 20 || !node.isObject()) {
            throw new IllegalArgumentException("no condition");
        }
        Set<String> names = new HashSet<>(node.propertyNames());
        if (names.equals(Set.of("all"))) {
            return new Condition.All(conditions(node.get("all"), depth));
        }
        if (names.equals(Set.of("any"))) {
            return new Condition.Any(conditions(node.get("any"), depth));
        }
        if (names.equals(Set.of("not"))) {
            return new Condition.Not(condition(node.get("not"), depth + 1));
        }
        String key = string(node.path("item"));
        if (names.equals(Set.of("item", "any-of"))) {
            Set<String> values = new HashSet<>();
            node.get("any-of").forEach(it -> values.add(string(it)));
            return new Condition.AnyOf(key, values);
        }
        if (names.equals(Set.of("item", "answered"))) {
            return new Condition.Answered(key);
        }
        names.remove("item");
        if (!names.isEmpty() && Set.of("at-least", "at-most").containsAll(names)) {
            return new Condition.Between(
                    key,
                    node.path("at-least").asInt(Integer.MIN_VALUE),
                    node.path("at-most").asInt(Integer.MAX_VALUE));
        }
        throw new IllegalArgumentException("no condition");
    }

    private static List<Condition> conditions(JsonNode node, int depth) {
        return IntStream.range(0, node.size())
                .mapToObj(it -> condition(node.get(it), depth + 1))
                .toList();
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("no condition");
        }
        return node.asString();
    }

    /** Whether each answer it asks about is among these. */
    static boolean asksOnly(Condition condition, Map<String, ?> known) {
        return condition.keys().allMatch(known::containsKey);
    }
}
