package no.samtidig.learning.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.catalogue.Demand;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * One module: what it is for, its lessons, what it covers and what it does not.
 *
 * @param progress the reader's (none for somebody not signed in)
 */
public record ModulePage(ModuleProgress progress) implements Page {
    public KnowledgeModule module() {
        return progress.module();
    }

    /** Where the one main action leads; null for an unfinished module. */
    public @Nullable LessonProgress next() {
        return progress.next().orElse(progress.lessons().isEmpty() ? null : progress.lessons().getFirst());
    }

    /** What some lesson covers of a demand. */
    public List<String> covered(Demand demand) {
        return demand.values().stream().filter(it -> coverage().get(demand).contains(it)).toList();
    }

    /** What no lesson covers of a demand. */
    public List<String> holes(Demand demand) {
        return demand.values().stream().filter(it -> !coverage().get(demand).contains(it)).toList();
    }

    private Map<Demand, Set<String>> coverage() {
        Map<Demand, Set<String>> all = new EnumMap<>(Demand.class);
        for (Demand demand : Demand.values()) {
            all.put(demand, new java.util.HashSet<>());
        }
        for (LessonProgress it : progress.lessons()) {
            Lesson lesson = it.lesson();
            lesson.demands().forEach((demand, values) -> all.get(demand).addAll(values));
        }
        return all;
    }
}
