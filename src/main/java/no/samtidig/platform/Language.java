package no.samtidig.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** A date as people write it: 3. februar 2026. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** The language with this tag, if it is one of ours. */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(it -> it.tag.equals(tag)).findFirst();
    }
}
