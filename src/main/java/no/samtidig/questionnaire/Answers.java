package no.samtidig.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody answered.
 *
 * @param values key of the answer ({@code item}, or {@code item.row} in a grid) to what was chosen: one value, several where several may
 *     be chosen, or the text as typed, with plain line breaks and no control
 *     characters. What was not answered is not there
 */
public record Answers(Map<String, List<String>> values) {
    private static final Pattern NO_LETTER = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                kept.put(key, value.stream().map(Answers::plain).toList());
            }
        });
        values = Collections.unmodifiableMap(kept);
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

    /** With one kind of line break, and without letters that are none: PostgreSQL keeps no NUL. */
    private static String plain(String text) {
        return text.chars().allMatch(it -> it >= ' ' && it < 0x7f)
                ? text
                : NO_LETTER.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }
}
