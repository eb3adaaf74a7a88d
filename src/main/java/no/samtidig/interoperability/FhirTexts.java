package no.samtidig.interoperability;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** What our text is made of. */
    enum Form {
        /** Letters, without markup. */
        PLAIN,
        /** Markdown: of what FHIR says is Markdown, else of letters that are escaped. */
        RICH,
        /** Markdown, as FHIR's field is. */
        MARKDOWN
    }

    /** The text without markup; empty if there is none in any of our languages. */
    Optional<LocalizedText> text(PrimitiveType<?> element, ReportLine line, TextLimit limit) {
        return text(element, line, limit, Form.PLAIN);
    }

    /**
     * The text; empty if there is none in any of our languages. What it lacks and what is said of it otherwise is told.
     *
     * @param limit how long it may be; a longer one is shortened, which is told
     */
    Optional<LocalizedText> text(PrimitiveType<?> element, ReportLine line, TextLimit limit, Form form) {
        Optional<LocalizedText> text = said(element, line, limit, form);
        text.ifPresent(found -> Stream.of(Language.NB, Language.NN)
                .filter(it -> !found.texts().containsKey(it))
                .forEach(line::missing));
        return text;
    }

    /** The same, for what is no text to translate, such as the number of a question. */
    Optional<LocalizedText> said(PrimitiveType<?> element, ReportLine line, TextLimit limit, Form form) {
        Map<Language, String> found = new EnumMap<>(Language.class);
        Language own =
                Fhir.text(element, Fhir.LANGUAGE).flatMap(FhirTexts::language).orElse(main);
        boolean marked = Fhir.text(element, Fhir.MARKDOWN)
                .filter(it -> it.equals(element.getValueAsString()))
                .isPresent();
        Form others = marked && form == Form.RICH ? Form.MARKDOWN : form;
        put(found, own, made(element, line, limit, others));
        for (Extension it : element.getExtension()) {
            if (Fhir.TRANSLATION.equals(it.getUrl())) {
                line.read(it);
                translation(it, found, line, content -> made(content, line, limit, others));
            } else if (Fhir.LANGUAGE.equals(it.getUrl())) {
                line.read(it);
            }
        }
        line.look(element);
        return found.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(found));
    }

    /** What one element says in its language; empty where it says nothing. Its Markdown counts where ours is, or where it is alone. */
    private static String made(PrimitiveType<?> element, ReportLine line, TextLimit limit, Form form) {
        String value = Fhir.said(element.getValueAsString());
        List<Extension> marked = element.getExtension().stream()
                .filter(it -> Fhir.MARKDOWN.equals(it.getUrl())
                        && it.getValue() instanceof PrimitiveType<?> text
                        && !Fhir.said(text.getValueAsString()).isBlank())
                .toList();
        if (marked.isEmpty() || (form == Form.MARKDOWN && !value.isBlank())) {
            marked.forEach(line::read);
            return fitted(
                    clean(value, line),
                    line,
                    limit,
                    switch (form) {
                        case PLAIN -> UnaryOperator.identity();
                        case RICH -> FhirTexts::escaped;
                        case MARKDOWN -> it -> markdown(it, line);
                    });
        }
        line.read(marked.getFirst());
        String markdown = clean(marked.getFirst().getValue().primitiveValue(), line);
        Optional<String> plain = plain(markdown);
        if (form == Form.PLAIN) {
            String words = value.isBlank() ? plain.orElse(markdown) : clean(value, line);
            if (!words.equals(markdown)) {
                line.note(plain.filter(it -> alike(it, words)).isPresent() ? Kind.FORMATTING : Kind.MARKDOWN_DIFFERS);
            }
            return fitted(words, line, limit, UnaryOperator.identity());
        }
        if (plain.isEmpty() && !value.isBlank()) {
            line.note(Kind.EXTENSION, Fhir.MARKDOWN);
            return fitted(clean(value, line), line, limit, FhirTexts::escaped);
        }
        if (!value.isBlank() && plain.filter(it -> alike(it, value)).isEmpty()) {
            line.note(Kind.MARKDOWN_DIFFERS);
        }
        return fitted(markdown, line, limit, it -> markdown(it, line));
    }

    /** Its words without markup; empty where it is a kind of Markdown that we do not take. */
    private static Optional<String> plain(String markdown) {
        try {
            return Optional.of(RichText.of(markdown).plain().strip());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the letters are the same, whatever signs and spaces stand between. */
    private static boolean alike(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Nothing is left of a text of control characters. */
    private static void put(Map<Language, String> found, Language language, String text) {
        if (!text.isBlank()) {
            found.put(language, text);
        }
    }

    private static void translation(
            Extension translation,
            Map<Language, String> found,
            ReportLine line,
            Function<PrimitiveType<?>, String> made) {
        String tag = Fhir.text(translation, "lang").orElse("?");
        Optional<Language> language = language(tag).filter(it -> !found.containsKey(it));
        String text = "";
        for (Extension it : translation.getExtension()) {
            if ("lang".equals(it.getUrl())) {
                line.read(it);
            } else if ("content".equals(it.getUrl())
                    && it.getValue() instanceof PrimitiveType<?> content
                    && text.isEmpty()) {
                line.read(it);
                text = language.isPresent() ? made.apply(content) : "";
            }
        }
        if (text.isBlank()) {
            line.note(Kind.TRANSLATION, tag);
        } else {
            put(found, language.orElseThrow(), text);
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
