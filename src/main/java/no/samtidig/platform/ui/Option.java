package no.samtidig.platform.ui;

import java.util.Arrays;
import java.util.List;
import no.samtidig.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * One thing to choose in a form.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param about a line below the label; empty for none
 * @param language of the label, where it may be another than the page's; null for the page's
 */
public record Option(
        String value, String label, String about, @Nullable Language language) {
    public static Option of(String value, String label) {
        return new Option(value, label, "", null);
    }

    /** With a line below the label that says what choosing it means. */
    public static Option of(String value, String label, String about) {
        return new Option(value, label, about, null);
    }

    /** With a label in a language of its own. */
    public static Option of(String value, String label, Language language) {
        return new Option(value, label, "", language);
    }

    /** Languages, each by its own name. */
    public static List<Option> languages(Language... languages) {
        return Arrays.stream(languages)
                .map(it -> of(it.tag(), it.ownName(), it))
                .toList();
    }

    /** What its id ends with: the last part of the value. */
    public String id() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /**
     * Things to choose that belong together.
     *
     * @param label what they are; empty for none
     */
    public record Group(String label, List<Option> options) {
        public Group {
            options = List.copyOf(options);
        }
    }
}
