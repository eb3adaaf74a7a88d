package no.samtidig.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the surface. Bokmål and nynorsk are equal; English is for developers and visitors. */
public enum Language {
    NB("nb", "nb", "Bokmål"),
    NN("nn", "nn", "Nynorsk"),
    EN("en", "en-GB", "English");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String locale, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(locale);
    }

    /** The BCP 47 tag, as in HTML's {@code lang}. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    /** For dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** The language with this tag, if it is one of ours. */
    public static Optional<Language> of(@org.jspecify.annotations.Nullable String tag) {
        return Arrays.stream(values()).filter(it -> it.tag.equals(tag)).findFirst();
    }
}
