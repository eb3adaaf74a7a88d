package no.samtidig.questionnaire;

import java.util.List;
import java.util.regex.Pattern;

/** How hard a text is to read, from the length of its sentences and words alone. */
final class Lix {
    /** Never goes back: with {@code *} for {@code *+}, a word of five thousand hyphens would overflow the stack. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:[-'’][\\p{L}\\p{N}]++)*+");

    /** Looked for only where a row of signs or of lines begins: looked for at each of them, a row would be read again and again. */
    private static final Pattern END = Pattern.compile("(?<![.?!:])[.?!:]++(?:\\s++|$)|\\n++");

    private Lix() {}

    /** Readability index (Björnsson 1968): words in a sentence, and a hundred times the share of words of more than six letters. */
    static int of(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return 0;
        }
        long sentences =
                Math.max(1, END.splitAsStream(text).filter(it -> !it.isBlank()).count());
        long longWords = words.stream()
                .filter(it -> it.codePointCount(0, it.length()) > 6)
                .count();
        return (int) Math.round(words.size() / (double) sentences + 100.0 * longWords / words.size());
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(it -> it.group()).toList();
    }
}
