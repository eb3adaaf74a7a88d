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

    /** The sentence: what stands in brackets is replaced in turn; a part that is not filled in keeps its word in brackets. */
    public String in(String pattern) {
        StringBuilder sentence = new StringBuilder();
        int from = 0;
        for (String part : parts) {
            int open = pattern.indexOf('[', from);
            int close = pattern.indexOf(']', open + 1);
            if (open < 0 || close < 0) {
                break;
            }
            sentence.append(pattern, from, open).append(part.isEmpty() ? pattern.substring(open, close + 1) : part);
            from = close + 1;
        }
        return sentence.append(pattern.substring(from)).toString();
    }

    /** What was typed, in all parts. */
    Stream<String> words() {
        return parts.stream();
    }
}
