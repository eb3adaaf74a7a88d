package no.samtidig.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.catalogue.Aim;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;

/**
 * What a certificate is for: a module as it was on the day, frozen. About nobody, so many certificates share one.
 *
 * @param module the module's address
 * @param version its wording then
 * @param outline what it was made of then, see {@link KnowledgeModule#outline()}
 * @param title its title in the languages it had
 * @param lessons its lessons in order
 * @param aims the aims its lessons serve, in the programme's order
 * @param minutes the sum of the lessons' own figures: reckoned time, not measured
 */
public record Achievement(
        String module,
        ContentVersion version,
        ContentVersion outline,
        LocalizedText title,
        List<Part> lessons,
        List<Aim> aims,
        int minutes) {
    public Achievement {
        lessons = List.copyOf(lessons);
        aims = List.copyOf(aims);
    }

    /**
     * A lesson as it was.
     *
     * @param goals what the reader can do afterwards, in each language it was written in
     */
    public record Part(LocalizedText title, int minutes, Map<Language, List<String>> goals) {
        public Part {
            goals = Map.copyOf(goals);
        }

        /** The goals in the wanted language, else the nearest. */
        public List<String> goals(Language wanted) {
            return Stream.of(wanted, Language.NB, Language.NN, Language.EN)
                    .map(goals::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(List.of());
        }
    }

    static Achievement of(KnowledgeModule module) {
        return new Achievement(
                module.slug(),
                module.version(),
                module.outline(),
                module.title(),
                module.lessons().stream().map(Achievement::part).toList(),
                Arrays.stream(Aim.values())
                        .filter(aim -> module.lessons(Language.NB).stream()
                                .anyMatch(it -> it.aims().contains(aim)))
                        .toList(),
                module.minutes());
    }

    private static Part part(KnowledgeModule.Translations lesson) {
        Map<Language, List<String>> goals = new TreeMap<>();
        lesson.languages()
                .forEach((language, it) -> goals.put(
                        language,
                        it.goals().stream().map(goal -> goal.text().plain()).toList()));
        return new Part(
                new LocalizedText(lesson.languages().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> it.getValue().title()))),
                lesson.in(Language.NB).minutes(),
                goals);
    }

    public int hours() {
        return minutes / 60;
    }

    /** Minutes beyond the whole hours. */
    public int minutesPast() {
        return minutes % 60;
    }
}
