package no.samtidig.questionnaire.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A text as typed in the two written languages. */
public record Both(String nb, String nn) {
    static final Both NOTHING = new Both("", "");

    static Both of(@Nullable LocalizedText text) {
        return text == null
                ? NOTHING
                : new Both(
                        text.texts().getOrDefault(Language.NB, ""), text.texts().getOrDefault(Language.NN, ""));
    }

    /** From the fields {@code <name>-nb} and {@code <name>-nn}. */
    static Both typed(MultiValueMap<String, String> form, String name) {
        return new Both(one(form, name + "-nb"), one(form, name + "-nn"));
    }

    /**
     * From fields that come several times, each a line.
     *
     * @param most how many are read
     */
    static List<Both> all(MultiValueMap<String, String> form, String name, int most) {
        List<String> nb = form.getOrDefault(name + "-nb", List.of());
        List<String> nn = form.getOrDefault(name + "-nn", List.of());
        return IntStream.range(0, Math.min(most, Math.max(nb.size(), nn.size())))
                .mapToObj(n -> new Both(line(nb, n), line(nn, n)))
                .toList();
    }

    /** The one at this place on one line; empty where fewer came. */
    static String line(List<String> typed, int place) {
        return place < typed.size() ? onOneLine(clean(typed.get(place))) : "";
    }

    private static String onOneLine(String text) {
        return text.lines().map(String::strip).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A title: one clean line. */
    static Both title(String nb, String nn) {
        return new Both(OneLine.of(nb), OneLine.of(nn));
    }

    /** From a field of its own. */
    static String one(MultiValueMap<String, String> form, String name) {
        return clean(Optional.ofNullable(form.getFirst(name)).orElse(""));
    }

    /** Browsers send lines that end in two characters; the text has one. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The words a name is made from. */
    String first() {
        return nb.isEmpty() ? nn : nb;
    }

    public boolean empty() {
        return nb.isEmpty() && nn.isEmpty();
    }

    /** As a text; empty where nothing is typed. Where there was one in a third language it stays. */
    Optional<LocalizedText> text(@Nullable LocalizedText before) {
        if (empty()) {
            return Optional.empty();
        }
        Map<Language, String> texts = new EnumMap<>(Language.class);
        if (before != null) {
            texts.putAll(before.texts());
        }
        put(texts, Language.NB, nb);
        put(texts, Language.NN, nn);
        return Optional.of(new LocalizedText(texts));
    }

    private static void put(Map<Language, String> texts, Language language, String typed) {
        if (typed.isEmpty()) {
            texts.remove(language);
        } else {
            texts.put(language, typed);
        }
    }
}
