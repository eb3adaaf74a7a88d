package no.samtidig.platform;

import java.util.List;

/**
 * Something said to a reader, before it is known in which language: the key of a text and what is put into it.
 *
 * @param key of the text
 * @param arguments for {@code {0}}, {@code {1}} …; one that is a sentence itself is said in the same language
 */
public record Sentence(String key, List<Object> arguments) {
    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** The words in the reader's language. */
    public String in(View view) {
        return in(view.texts(), view.language());
    }

    /** The words in a language. */
    public String in(Texts texts, Language language) {
        return texts.text(
                language,
                key,
                arguments.stream()
                        .map(it -> it instanceof Sentence inner ? inner.in(texts, language) : it)
                        .toArray());
    }
}
