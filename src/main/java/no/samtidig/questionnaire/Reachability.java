package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether anybody can ever meet an item, whatever they answer before it. */
enum Reachability {
    /** Its rules, or its page's, never hold. */
    NEVER,
    /** It is shown to somebody, but the rule that it must be answered never holds. */
    NEVER_REQUIRED,
    /** There are answers with which it is shown, and required where it has a rule for that. Also where there are too many to try. */
    SOMETIMES;

    /** So many combinations of answers are tried before a rule is called impossible; with more it is not judged. */
    private static final int TRIED = 4096;

    static Reachability of(Questionnaire questionnaire, Item item) {
        Condition required = item instanceof Item.Question question ? question.required() : Condition.NEVER;
        boolean plain = required.equals(Condition.NEVER) || required.equals(Condition.ALWAYS);
        if (item.shown().equals(Condition.ALWAYS) && plain && !onAPageWithARule(questionnaire, item)) {
            return SOMETIMES;
        }
        Reachability tried = tried(questionnaire, item, required);
        return tried == NEVER_REQUIRED && plain ? SOMETIMES : tried;
    }

    private static boolean onAPageWithARule(Questionnaire questionnaire, Item item) {
        return pageOf(questionnaire, item)
                .filter(it -> !it.shown().equals(Condition.ALWAYS))
                .isPresent();
    }

    private static Optional<Item.Page> pageOf(Questionnaire questionnaire, Item item) {
        return questionnaire.sheets().stream()
                .filter(it -> it.items().contains(item))
                .findFirst()
                .flatMap(Questionnaire.Sheet::start);
    }

    /** Tries the answers that matter to an item's rules, and to the rules of what they ask about. */
    private static Reachability tried(Questionnaire questionnaire, Item item, Condition required) {
        Set<String> keys = new TreeSet<>();
        List<Condition> rules = new ArrayList<>();
        gather(questionnaire, item, keys, rules);
        Map<String, Item.Question> asked = new LinkedHashMap<>();
        questionnaire
                .questions()
                .forEach(question ->
                        question.keys().stream().filter(keys::contains).forEach(key -> asked.put(key, question)));
        List<Map.Entry<String, List<List<String>>>> choices = asked.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), possible(it.getKey(), it.getValue(), rules)))
                .toList();
        long combinations = 1;
        for (var it : choices) {
            combinations = Math.min(TRIED + 1L, combinations * it.getValue().size());
        }
        if (combinations > TRIED) {
            return SOMETIMES;
        }
        Reachability reach = NEVER;
        for (int n = 0; n < combinations; n++) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            int left = n;
            for (var it : choices) {
                given.put(it.getKey(), it.getValue().get(left % it.getValue().size()));
                left /= it.getValue().size();
            }
            Questionnaire.Filled filled = questionnaire.fill(new Answers(given));
            if (filled.shown().contains(item.code())) {
                if (required.holds(filled.answers()::of)) {
                    return SOMETIMES;
                }
                reach = NEVER_REQUIRED;
            }
        }
        return reach;
    }

    private static void gather(Questionnaire questionnaire, Item item, Set<String> keys, List<Condition> rules) {
        List<Condition> own = new ArrayList<>(List.of(item.shown()));
        pageOf(questionnaire, item).ifPresent(it -> own.add(it.shown()));
        if (item instanceof Item.Question question) {
            own.add(question.required());
        }
        rules.addAll(own);
        for (String key : own.stream().flatMap(Condition::keys).distinct().toList()) {
            if (keys.add(key)) {
                questionnaire.questions().stream()
                        .filter(it -> it.keys().contains(key))
                        .findFirst()
                        .ifPresent(it -> gather(questionnaire, it, keys, rules));
            }
        }
    }

    /** The answers to a key between which the rules can tell. */
    private static List<List<String>> possible(String key, Item.Question question, List<Condition> rules) {
        List<Condition> leaves = rules.stream()
                .flatMap(Editing::leaves)
                .filter(it -> it.keys().anyMatch(key::equals))
                .toList();
        Set<String> named = new TreeSet<>();
        Set<Integer> edges = new TreeSet<>();
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.AnyOf it) {
                named.addAll(it.values());
            } else if (leaf instanceof Condition.Between it) {
                Stream.of(it.least(), it.least() - 1, it.most(), it.most() + 1).forEach(edges::add);
            }
        }
        List<List<String>> answers = new ArrayList<>(List.of(List.of()));
        if (question instanceof Item.MultipleChoice) {
            several(question, named, answers);
        } else if (question.values().isEmpty()) {
            Stream.of(
                            named.stream(),
                            edges.stream().map(String::valueOf),
                            question instanceof Item.NumberQuestion it
                                    ? Stream.of(String.valueOf(it.least()), String.valueOf(it.most()))
                                    : Stream.of("x"))
                    .flatMap(it -> it)
                    .map(List::of)
                    .filter(it -> question.fault(it).isEmpty())
                    .distinct()
                    .forEach(answers::add);
        } else if (edges.isEmpty()) {
            named.forEach(it -> answers.add(List.of(it)));
            question.values().stream()
                    .filter(it -> !named.contains(it))
                    .findFirst()
                    .ifPresent(it -> answers.add(List.of(it)));
        } else {
            question.values().forEach(it -> answers.add(List.of(it)));
        }
        return answers;
    }

    /** Every selection among the alternatives that rules name, with and without one that they do not. */
    private static void several(Item.Question question, Set<String> named, List<List<String>> answers) {
        List<String> mattering = new ArrayList<>(named);
        question.values().stream().filter(it -> !named.contains(it)).findFirst().ifPresent(mattering::add);
        if (mattering.size() > 12) {
            question.values().forEach(it -> answers.add(List.of(it)));
            return;
        }
        IntStream.range(1, 1 << mattering.size())
                .mapToObj(chosen -> IntStream.range(0, mattering.size())
                        .filter(it -> (chosen >> it & 1) == 1)
                        .mapToObj(mattering::get)
                        .toList())
                // too few is no trouble: what no rule names can be chosen besides
                .filter(it -> question.fault(it)
                        .filter(fault -> fault != Fault.Kind.TOO_FEW)
                        .isEmpty())
                .forEach(answers::add);
    }
}
