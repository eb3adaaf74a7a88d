package no.samtidig.platform;

import java.util.Map;

/**
 * A text in one or more languages. Where the reader's language is missing another one is given, and {@link Text#language()} says
 * which, so that the page can mark it with the right {@code lang}.
 *
 * @param texts at least one text
 */
public record LocalizedText(Map<Language, String> texts) {
    public LocalizedText {
        texts = Map.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
    }

    /** The text in the wanted language, else the nearest: the other written Norwegian first, then English. */
    public Text in(Language wanted) {
        for (Language language : order(wanted)) {
            String text = texts.get(language);
            if (text != null) {
                return new Text(language, text);
            }
        }
        throw new IllegalStateException("no text in any language");
    }

    private static Language[] order(Language wanted) {
        return switch (wanted) {
            case NB -> new Language[] {Language.NB, Language.NN, Language.EN};
            case NN -> new Language[] {Language.NN, Language.NB, Language.EN};
            case EN -> new Language[] {Language.EN, Language.NB, Language.NN};
        };
    }

    /**
     * One text and the language it is in.
     *
     * @param language what it is written in
     * @param value the text itself
     */
    public record Text(Language language, String value) {}
}
