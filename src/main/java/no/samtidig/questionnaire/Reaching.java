package no.samtidig.questionnaire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tries whether the items of a questionnaire can be met. What it costs is counted and comes to an end, however the rules are written: what
 * there is no work left for is not judged.
 */
final class Reaching {
    /** So many combinations of answers are tried before a rule is called impossible; with more it is not judged. */
    private static final int TRIED = 4096;

    /** So many rules are looked at, in all, before the rest is not judged. A questionnaire of ours needs some thousand. */
    private static final long WORK = 400_000;

    private final Questionnaire questionnaire;
    private final Map<String, Item.Question> asked = new LinkedHashMap<>();
    private final Map<String, Item.Page> pages = new HashMap<>();
    private long left = WORK;

    Reaching(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questionnaire.questions().forEach(it -> it.keys().forEach(key -> asked.put(key, it)));
        questionnaire
                .sheets()
                .forEach(sheet ->
                        sheet.start().ifPresent(page -> sheet.items().forEach(it -> pages.put(it.code(), page))));
    }

    Reachability of(Item item) {
        Condition required = item instanceof Item.Question question ? question.required() : Condition.NEVER;
        boolean plain = required.equals(Condition.NEVER) || required.equals(Condition.ALWAYS);
        Item.Page page = pages.get(item.code());
        if (item.shown().equals(Condition.ALWAYS)
                && plain
                && (page == null || page.shown().equals(Condition.ALWAYS))) {
            return Reachability.SOMETIMES;
        }
        Reachability tried = tried(item, required);
        return tried == Reachability.NEVER_REQUIRED && plain ? Reachability.SOMETIMES : tried;
    }

    /** Tries the answers that matter to an item's rules, and to the rules of what they ask about. */
    private Reachability tried(Item item, Condition required) {
        Set<String> keys = new TreeSet<>();
        Set<String> codes = new HashSet<>();
        List<Condition> leaves = gather(item, keys, codes);
        long cost = (long) leaves.size() + codes.size();
        long combinations = 1;
        Map<String, List<List<String>>> choices = new LinkedHashMap<>();
        for (Map.Entry<String, Item.Question> it : asked.entrySet()) {
            if (keys.contains(it.getKey()) && combinations <= TRIED && spent(cost)) {
                List<List<String>> possible = possible(it.getKey(), it.getValue(), leaves);
                choices.put(it.getKey(), possible);
                combinations *= possible.size();
            }
        }
        if (combinations > TRIED || choices.size() < keys.size() || !spent(cost * combinations)) {
            return Reachability.SOMETIMES;
        }
        Questionnaire part = part(codes);
        Reachability reach = Reachability.NEVER;
        for (int n = 0; n < combinations; n++) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            int rest = n;
            for (Map.Entry<String, List<List<String>>> it : choices.entrySet()) {
                given.put(it.getKey(), it.getValue().get(rest % it.getValue().size()));
                rest /= it.getValue().size();
            }
            Questionnaire.Filled filled = part.fill(new Answers(given));
            if (filled.shown().contains(item.code())) {
                if (required.holds(filled.answers()::of)) {
                    return Reachability.SOMETIMES;
                }
                reach = Reachability.NEVER_REQUIRED;
            }
        }
        return reach;
    }

    /** Whether there was so much work left. */
    private boolean spent(long cost) {
        left -= cost;
        return left >= 0;
    }

    /** Those items alone: nothing else changes whether they are shown. */
    private Questionnaire part(Set<String> codes) {
        return new Questionnaire(
                questionnaire.slug(),
                questionnaire.title(),
                questionnaire.introduction(),
                questionnaire.minutes(),
                questionnaire.fixture(),
                questionnaire.items().stream()
                        .filter(it -> codes.contains(it.code()))
                        .toList());
    }

    /**
     * The simple rules that decide about the item.
     *
     * @param keys takes what they ask about
     * @param codes takes the items they belong to
     */
    private List<Condition> gather(Item item, Set<String> keys, Set<String> codes) {
        List<Condition> leaves = new ArrayList<>();
        Deque<Item> next = new ArrayDeque<>(List.of(item));
        while (!next.isEmpty() && spent(1)) {
            Item it = next.pop();
            if (!codes.add(it.code())) {
                continue;
            }
            Item.Page page = pages.get(it.code());
            if (page != null) {
                next.push(page);
            }
            Stream<Condition> own = it instanceof Item.Question question
                    ? Stream.of(question.shown(), question.required())
                    : Stream.of(it.shown());
            for (Condition leaf : own.flatMap(Editing::leaves).toList()) {
                leaves.add(leaf);
                spent(1);
                leaf.keys().filter(keys::add).map(asked::get).forEach(next::push);
            }
        }
        return leaves;
    }

    /** The answers to a key between which the rules can tell. */
    private static List<List<String>> possible(String key, Item.Question question, List<Condition> leaves) {
        Set<String> named = new TreeSet<>();
        Set<Integer> edges = new TreeSet<>();
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.AnyOf it && it.key().equals(key)) {
                named.addAll(it.values());
            } else if (leaf instanceof Condition.Between it && it.key().equals(key)) {
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
