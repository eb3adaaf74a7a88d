package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changing what stands in a questionnaire, so that every rule still asks about something that is answered before it. */
public final class Editing {
    private Editing() {}

    /** What came of a change. */
    public sealed interface Outcome {
        record Done(Questionnaire questionnaire) implements Outcome {}

        /**
         * It cannot be done as long as a rule is as it is.
         *
         * @param item whose rule
         * @param key what the rule asks about
         */
        record Broken(Item item, String key) implements Outcome {}
    }

    /** Puts a new item in after the one with the code; first where there is none. */
    public static Outcome added(Questionnaire to, String after, Item item) {
        List<Item> items = new ArrayList<>(to.items());
        items.add(place(items, after) + 1, item);
        return with(to, items);
    }

    /** Puts an item where the one with its code stands. */
    public static Outcome replaced(Questionnaire in, Item item) {
        List<Item> items = new ArrayList<>(in.items());
        int place = place(items, item.code());
        if (place >= 0) {
            items.set(place, item);
        }
        return with(in, items);
    }

    /** Moves the item one place; at either end nothing happens. */
    public static Outcome moved(Questionnaire in, String code, boolean up) {
        List<Item> items = new ArrayList<>(in.items());
        int from = place(items, code);
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < items.size()) {
            items.add(to, items.remove(from));
        }
        return with(in, items);
    }

    /** Takes the item away. */
    public static Outcome without(Questionnaire from, String code) {
        return with(
                from,
                from.items().stream().filter(it -> !it.code().equals(code)).toList());
    }

    private static int place(List<Item> items, String code) {
        return items.stream().map(Item::code).toList().indexOf(code);
    }

    private static Outcome with(Questionnaire questionnaire, List<Item> items) {
        return broken(items)
                .<Outcome>map(it -> it)
                .orElseGet(() -> new Outcome.Done(new Questionnaire(
                        questionnaire.slug(),
                        questionnaire.title(),
                        questionnaire.introduction(),
                        questionnaire.minutes(),
                        questionnaire.fixture(),
                        items)));
    }

    /** The first item with a rule about something that is not answered before it, or that cannot be the answer. */
    private static Optional<Outcome.Broken> broken(List<Item> items) {
        Map<String, Item.Question> asked = new HashMap<>();
        for (Item item : items) {
            Stream<Condition> rules = item instanceof Item.Question question
                    ? Stream.of(question.shown(), question.required())
                    : Stream.of(item.shown());
            Optional<Condition> bad = rules.flatMap(Editing::leaves)
                    .filter(it -> !possible(it, asked))
                    .findFirst();
            if (bad.isPresent()) {
                return Optional.of(
                        new Outcome.Broken(item, bad.get().keys().findFirst().orElse("")));
            }
            if (item instanceof Item.Question question) {
                question.keys().forEach(it -> asked.put(it, question));
            }
        }
        return Optional.empty();
    }

    /** The simple rules a rule is made of. */
    static Stream<Condition> leaves(Condition rule) {
        return switch (rule) {
            case Condition.All it -> it.conditions().stream().flatMap(Editing::leaves);
            case Condition.Any it -> it.conditions().stream().flatMap(Editing::leaves);
            case Condition.Not it -> leaves(it.condition());
            case Condition.AnyOf _, Condition.Answered _, Condition.Between _ -> Stream.of(rule);
        };
    }

    private static boolean possible(Condition leaf, Map<String, Item.Question> asked) {
        return leaf.keys().allMatch(key -> {
            Item.Question question = asked.get(key);
            return question != null
                    && (!(leaf instanceof Condition.AnyOf it)
                            || question.values().isEmpty()
                            || question.values().containsAll(it.values()));
        });
    }
}
