package no.samtidig.improvement.agreement;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the unit wants, as one sentence of six parts: who, what, where, when, how often, with whom. In the unit's own words, nothing about
 * patients.
 *
 * @param parts six, in the order of the sentence; what is not filled in yet is empty
 */
public record Goal(List<String> parts) {
    /** The fields of a form, in the order of the sentence. */
    public static final List<String> FIELDS = List.of("hvem", "hva", "hvor", "nar", "ofte", "med");

    /** Letters in a part at most. */
    public static final int LONGEST = 120;

    /** A sentence cannot do without the first two: who and what. */
    private static final int NEEDED = 2;

    /** Nothing filled in. */
    public static final Goal NONE = new Goal(List.of("", "", "", "", "", ""));

    public Goal {
        parts = List.copyOf(parts.stream().map(String::strip).toList());
        if (parts.size() != FIELDS.size()) {
            throw new IllegalArgumentException("a goal has six parts: " + parts);
        }
    }

    /** Whether all of it is filled in. */
    public boolean whole() {
        return parts.stream().noneMatch(String::isEmpty);
    }

    /** Whether nothing is. */
    public boolean empty() {
        return parts.stream().allMatch(String::isEmpty);
    }

    /**
     * The sentence: what stands in brackets is replaced in turn. Who and what keep their word in brackets until they are filled in; of the
     * others, those that are empty are left out with the words before them, once something is filled in.
     */
    public String in(String pattern) {
        StringBuilder sentence = new StringBuilder();
        int from = 0;
        for (int at = 0; at < parts.size(); at++) {
            int open = pattern.indexOf('[', from);
            int close = pattern.indexOf(']', open + 1);
            if (open < 0 || close < 0) {
                break;
            }
            String part = parts.get(at);
            if (!part.isEmpty()) {
                sentence.append(pattern, from, open).append(unended(part));
            } else if (at < NEEDED || empty()) {
                sentence.append(pattern, from, close + 1);
            }
            from = close + 1;
        }
        return sentence.append(pattern.substring(from)).toString();
    }

    /** Without a full stop or a comma of its own: the sentence has them. */
    private static String unended(String part) {
        int end = part.length();
        while (end > 1 && (part.charAt(end - 1) == '.' || part.charAt(end - 1) == ',')) {
            end--;
        }
        return part.substring(0, end);
    }

    /** What was typed, in all parts. */
    Stream<String> words() {
        return parts.stream();
    }
}
