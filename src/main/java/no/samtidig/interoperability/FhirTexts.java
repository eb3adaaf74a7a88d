package no.samtidig.interoperability;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.platform.TextLimit;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** FHIR's texts as ours: in their languages, without what is no letter, and as Markdown where ours are. */
final class FhirTexts {
    private final Language main;

    /** @param main the language of a text that does not say which it is in */
    FhirTexts(Language main) {
        this.main = main;
    }

    /** The language of a tag such as {@code nb-NO}, if it is one of ours. */
    static Optional<Language> language(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String first = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Language.of(first.equals("no") ? "nb" : first);
    }

    Language main() {
        return main;
    }

    /** The text as it is; empty if there is none in any of our languages. */
    Optional<LocalizedText> text(PrimitiveType<String> element, ReportLine line, TextLimit limit) {
        return text(element, line, limit, UnaryOperator.identity(), Set.of());
    }

    /**
     * The text; empty if there is none in any of our languages.
     *
     * @param limit how long it may be; a longer one is shortened, which is told
     * @param form what it is made into in each language
     * @param known extensions that are understood
     */
    Optional<LocalizedText> text(
            PrimitiveType<String> element,
            ReportLine line,
            TextLimit limit,
            UnaryOperator<String> form,
            Set<String> known) {
        UnaryOperator<String> made = it -> fitted(clean(it, line), line, limit, form);
        Map<Language, String> found = new EnumMap<>(Language.class);
        String value = element.getValue();
        if (value != null && !value.isBlank()) {
            Language own = Fhir.text(element, Fhir.LANGUAGE)
                    .flatMap(FhirTexts::language)
                    .orElse(main);
            put(found, own, made.apply(value));
        }
        for (Extension it : element.getExtension()) {
            if (Fhir.TRANSLATION.equals(it.getUrl())) {
                translation(it, found, line, made);
            } else if (!Fhir.LANGUAGE.equals(it.getUrl()) && !known.contains(Fhir.said(it.getUrl()))) {
                line.note(Kind.EXTENSION, String.valueOf(it.getUrl()));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Stream.of(Language.NB, Language.NN).filter(it -> !found.containsKey(it)).forEach(line::missing);
        return Optional.of(new LocalizedText(found));
    }

    /** Nothing is left of a text of control characters. */
    private static void put(Map<Language, String> found, Language language, String text) {
        if (!text.isBlank()) {
            found.put(language, text);
        }
    }

    private static void translation(
            Extension translation, Map<Language, String> found, ReportLine line, UnaryOperator<String> made) {
        String tag = Fhir.text(translation, "lang").orElse("?");
        Optional<Language> language = language(tag);
        Optional<String> content = Fhir.text(translation, "content").filter(it -> !it.isBlank());
        if (language.isPresent() && content.isPresent() && !found.containsKey(language.get())) {
            put(found, language.get(), made.apply(content.get()));
        } else {
            line.note(Kind.TRANSLATION, tag);
        }
    }

    private static String fitted(String clean, ReportLine line, TextLimit limit, UnaryOperator<String> form) {
        String whole = form.apply(cut(clean, limit.most()));
        boolean fits = clean.length() <= limit.most() && limit.fits(whole);
        if (!fits) {
            line.note(Kind.SHORTENED, limit.most());
        }
        // what escapes a letter is one letter more
        return limit.fits(whole) ? whole : cut(form.apply(cut(clean, limit.most() / 2)), limit.most());
    }

    /** Its beginning, with no letter cut in two. */
    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                        .strip();
    }

    /** As much of it as a sentence about it has room for. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : cut(text, 60) + "…";
    }

    private static String clean(String text, ReportLine line) {
        String clean = clean(text);
        if (!clean.equals(text.replace("\r\n", "\n").strip())) {
            line.note(Kind.INVALID, "text");
        }
        return clean;
    }

    /** Without what is no letter (control characters, halves of a pair), and without space around it. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(it -> it == '\n' || it == '\t' || letter(Character.getType(it)))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean letter(int type) {
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }

    /** Markdown as it is, where it is a kind we take. */
    static String markdown(String text, ReportLine line) {
        try {
            RichText.of(text);
            return text;
        } catch (IllegalArgumentException _) {
            line.note(Kind.ESCAPED);
            return escaped(text);
        }
    }

    /** A plain text as Markdown that shows it letter by letter. */
    static String escaped(String plain) {
        return plain.replaceAll("([\\\\`*_\\[\\]<>&#])", "\\\\$1")
                .replaceAll("(?m)^([ \\t]*+)([-+=~])", "$1\\\\$2")
                .replaceAll("(?m)^([ \\t]*+\\d++)([.)])", "$1\\\\$2")
                .replaceAll("(?<!\\n)\\n(?!\\n)", "\\\\\n");
    }
}
