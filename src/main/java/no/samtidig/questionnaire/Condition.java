package no.samtidig.questionnaire;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** When an item is shown, or must be answered. It can only ask about what stands earlier, so no two conditions wait for each other. */
public sealed interface Condition {
    Condition ALWAYS = new All(List.of());
    Condition NEVER = new Any(List.of());

    /**
     * Whether it holds. What is not answered is none of the values.
     *
     * @param answers what is answered under a key so far, empty where nothing is
     */
    boolean holds(Function<String, List<String>> answers);

    /** The answers it asks about, by key. */
    Stream<String> keys();

    /** One of the values is the answer, or among the answers. */
    record AnyOf(String key, Set<String> values) implements Condition {
        public AnyOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return answers.apply(key).stream().anyMatch(values::contains);
        }

        @Override
        public Stream<String> keys() {
            return Stream.of(key);
        }
    }

    /** Anything is answered. */
    record Answered(String key) implements Condition {
        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return !answers.apply(key).isEmpty();
        }

        @Override
        public Stream<String> keys() {
            return Stream.of(key);
        }
    }

    /** The answer is a whole number within bounds, both included. */
    record Between(String key, int least, int most) implements Condition {
        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return answers.apply(key).stream()
                    .limit(1)
                    .filter(it -> it.matches("-?\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .anyMatch(it -> it >= least && it <= most);
        }

        @Override
        public Stream<String> keys() {
            return Stream.of(key);
        }
    }

    /** Each of them holds; none at all is always. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return conditions.stream().allMatch(it -> it.holds(answers));
        }

        @Override
        public Stream<String> keys() {
            return conditions.stream().flatMap(Condition::keys);
        }
    }

    /** At least one of them holds; none at all is never. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return conditions.stream().anyMatch(it -> it.holds(answers));
        }

        @Override
        public Stream<String> keys() {
            return conditions.stream().flatMap(Condition::keys);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Function<String, List<String>> answers) {
            return !condition.holds(answers);
        }

        @Override
        public Stream<String> keys() {
            return condition.keys();
        }
    }
}
