package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Slug;

/**
 * Questions as data, in an order that never changes while somebody answers.
 *
 * @param slug its name in addresses and files
 * @param title as the answerer sees it
 * @param introduction Markdown: why, and that it is voluntary
 * @param minutes how long it takes, an honest estimate
 * @param fixture a tiny one that shows one feature; never offered for a round
 * @param items at least one; codes are unique, and rules only ask about what stands earlier
 */
public record Questionnaire(
        String slug, LocalizedText title, LocalizedText introduction, int minutes, boolean fixture, List<Item> items) {
    /** So many items at most; the longest questionnaires in use have some hundred. */
    public static final int MOST_ITEMS = 2000;

    /**
     * Characters of the whole as text at most: fifteen times our longest. The check list reads all of it each time a draft is looked at, and
     * nobody answers more.
     */
    public static final int MOST_TEXT = 400_000;

    /** @throws IllegalArgumentException where it could not be answered; the message says why in plain words */
    public Questionnaire {
        items = List.copyOf(items);
        if (!Slug.is(slug)) {
            throw new IllegalArgumentException("not a name for a questionnaire: " + slug);
        }
        Set<String> codes = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Item item : items) {
            if (!Slug.isCode(item.code()) || !codes.add(item.code())) {
                throw new IllegalArgumentException("the code '" + item.code() + "' is used twice or is no code");
            }
            Stream<String> asked = item.shown().keys();
            if (item instanceof Item.Question question) {
                asked = Stream.concat(asked, question.required().keys());
            }
            asked.filter(it -> !keys.contains(it)).findFirst().ifPresent(it -> {
                throw new IllegalArgumentException("'" + item.code() + "' asks about '" + it
                        + "', which is not answered before it: such a rule could wait for itself");
            });
            if (item instanceof Item.Question question) {
                keys.addAll(question.keys());
            }
        }
    }

    /** The questions, in order. */
    public List<Item.Question> questions() {
        return items.stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .toList();
    }

    /** The item with this code. */
    public Optional<Item> item(String code) {
        return items.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * A page: its heading, and what stands on it.
     *
     * @param number counted from 1
     * @param start the item that starts it; empty for what stands before the first one
     */
    public record Sheet(int number, Optional<Item.Page> start, List<Item> items) {
        public Sheet {
            items = List.copyOf(items);
        }
    }

    /** The pages in order; at least one. */
    public List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        Optional<Item.Page> start = Optional.empty();
        List<Item> on = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Page page) {
                if (start.isPresent() || !on.isEmpty()) {
                    sheets.add(new Sheet(sheets.size() + 1, start, on));
                }
                start = Optional.of(page);
                on = new ArrayList<>();
            } else {
                on.add(item);
            }
        }
        sheets.add(new Sheet(sheets.size() + 1, start, on));
        return List.copyOf(sheets);
    }

    /**
     * Answers with what was shown, and nothing else.
     *
     * @param answers without answers to what was not shown, without spaces around a text, and without keys that mean nothing
     * @param shown codes of the items shown
     * @param faults what is wrong, in the order of the questions; empty where it can be sent
     */
    public record Filled(Answers answers, Set<String> shown, List<Fault> faults) {
        public Filled {
            shown = Set.copyOf(shown);
            faults = List.copyOf(faults);
        }

        /** What is wrong on a page. */
        public List<Fault> on(Sheet sheet) {
            Set<String> keys = new HashSet<>();
            sheet.items().stream()
                    .filter(Item.Question.class::isInstance)
                    .forEach(it -> keys.addAll(((Item.Question) it).keys()));
            return faults.stream().filter(it -> keys.contains(it.key())).toList();
        }

        /** Whether anything of the page is shown. */
        public boolean shows(Sheet sheet) {
            return sheet.items().stream().anyMatch(it -> shown.contains(it.code()));
        }
    }

    /** Goes through the questionnaire as somebody who answers it: what they meet, and what of their answers counts. */
    public Filled fill(Answers given) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        Set<String> shown = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        Function<String, List<String>> soFar = key -> kept.getOrDefault(key, List.of());
        boolean page = true;
        for (Item item : items) {
            if (item instanceof Item.Page) {
                page = item.shown().holds(soFar);
                if (page) {
                    shown.add(item.code());
                }
            } else if (page && item.shown().holds(soFar)) {
                shown.add(item.code());
                if (item instanceof Item.Question question) {
                    answer(question, given, question.required().holds(soFar), kept, faults);
                }
            }
        }
        return new Filled(new Answers(kept), shown, faults);
    }

    private static void answer(
            Item.Question question,
            Answers given,
            boolean required,
            Map<String, List<String>> kept,
            List<Fault> faults) {
        for (String key : question.keys()) {
            List<String> answer = given.of(key).stream()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList();
            if (answer.isEmpty()) {
                if (required) {
                    faults.add(new Fault(key, Fault.Kind.MISSING));
                }
            } else {
                question.fault(answer).ifPresent(it -> faults.add(new Fault(key, it)));
                kept.put(key, answer);
            }
        }
    }
}
