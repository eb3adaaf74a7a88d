package no.samtidig.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;

/**
 * A kunnskapsmodul: a compilation of knowledge that a service can receive and use.
 *
 * @param slug its address
 * @param order its place among the six
 * @param finished whether there is something to learn yet
 * @param cover its drawing
 * @param title heading
 * @param lead what it is for
 * @param planned what an unfinished module will hold
 * @param lessons in order; each in one language or more
 * @param moved steps and directives that stood in another lesson before
 */
public record KnowledgeModule(
        String slug,
        int order,
        boolean finished,
        Drawing cover,
        LocalizedText title,
        LocalizedText lead,
        List<LocalizedText> planned,
        List<Translations> lessons,
        List<Moved> moved) {
    public KnowledgeModule {
        planned = List.copyOf(planned);
        lessons = List.copyOf(lessons);
        moved = List.copyOf(moved);
    }

    /**
     * Steps and directives that went from one lesson to another under the same addresses. Learners' rows are moved by a migration; this
     * is for addresses in bookmarks, prints, and answers that wait on a device.
     */
    public record Moved(String from, String to, Set<String> addresses) {
        public Moved {
            addresses = Set.copyOf(addresses);
        }
    }

    /** The lesson that what stood at this address of a lesson stands in now. */
    public String nowIn(String lesson, String address) {
        return moved.stream()
                .filter(it -> it.from().equals(lesson) && it.addresses().contains(address))
                .map(Moved::to)
                .findFirst()
                .orElse(lesson);
    }

    /**
     * A lesson in the languages it exists in.
     *
     * @param slug its address, the same in every language
     */
    public record Translations(String slug, Map<Language, Lesson> languages) {
        public Translations {
            languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        }

        /** The lesson in the wanted language, else the nearest. */
        public Lesson in(Language wanted) {
            return Stream.of(wanted, Language.NB, Language.NN, Language.EN)
                    .map(languages::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The lesson with this address, in the wanted language or the nearest. */
    public Optional<Lesson> lesson(String slug, Language wanted) {
        return lessons.stream().filter(it -> it.slug().equals(slug)).findFirst().map(it -> it.in(wanted));
    }

    /** All lessons in the wanted language or the nearest. */
    public List<Lesson> lessons(Language wanted) {
        return lessons.stream().map(it -> it.in(wanted)).toList();
    }

    /** Minutes for the whole module, alone. */
    public int minutes() {
        return lessons(Language.NB).stream().mapToInt(Lesson::minutes).sum();
    }

    /** Minutes for its exercises with others. */
    public int together() {
        return lessons(Language.NB).stream().mapToInt(Lesson::together).sum();
    }

    /** The wording of every lesson in every language. */
    public ContentVersion version() {
        return ContentVersion.ofAll(lessons.stream()
                .flatMap(it -> it.languages().values().stream())
                .map(Lesson::version)
                .sorted(Comparator.comparing(ContentVersion::value))
                .toList());
    }

    /**
     * What the module is made of, whatever the wording: the addresses of its lessons, steps and directives. It changes when something
     * is added or taken away, and not when a text is put in other words.
     */
    public ContentVersion outline() {
        return ContentVersion.of(lessons(Language.NB).stream()
                .map(lesson -> lesson.slug() + " "
                        + lesson.steps().stream()
                                .flatMap(it -> it.parts().stream())
                                .map(Lesson.Part::id)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / ")));
    }
}
