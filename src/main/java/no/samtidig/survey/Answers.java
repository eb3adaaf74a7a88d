package no.samtidig.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What somebody answered.
 *
 * @param values key of the answer ({@code item}, or {@code item.row} in a grid) to what was chosen: one value, several where several may
 *     be chosen, or the text as typed. What was not answered is not there
 */
public record Answers(Map<String, List<String>> values) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                kept.put(key, List.copyOf(value));
            }
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    /** What was chosen; empty where nothing was. */
    public List<String> of(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The one value or text; empty where nothing was answered. */
    public String text(String key) {
        List<String> all = of(key);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public boolean has(String key, String value) {
        return of(key).contains(value);
    }

    /** The answer as a whole number, where it is one. */
    public OptionalInt number(String key) {
        try {
            return OptionalInt.of(Integer.parseInt(text(key)));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
