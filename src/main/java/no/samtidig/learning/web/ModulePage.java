package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Demand;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Profession;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * One module: what it is for, its lessons, what it covers and what it does not.
 *
 * @param progress the reader's (none for somebody not signed in)
 * @param profession what the reader works as; empty where it is not known
 */
public record ModulePage(ModuleProgress progress, Optional<Profession> profession) implements Page {
    /**
     * Whether a lesson is marked as written for the reader's profession. Where every lesson is, a mark would tell nothing, so there
     * is none.
     */
    public boolean forYou(LessonProgress lesson) {
        return profession
                .filter(it -> lesson.lesson().professions().contains(it))
                .filter(it -> progress.lessons().stream()
                        .anyMatch(other -> !other.lesson().professions().contains(it)))
                .isPresent();
    }

    public KnowledgeModule module() {
        return progress.module();
    }

    /** Where the one main action leads; null for an unfinished module. */
    public @Nullable LessonProgress next() {
        return progress.next()
                .orElse(progress.lessons().isEmpty() ? null : progress.lessons().getFirst());
    }

    /** The addresses of its lessons. */
    public List<String> lessonPaths() {
        return progress.lessons().stream()
                .map(it -> "/moduler/" + module().slug() + "/" + it.lesson().slug())
                .toList();
    }

    /** What some lesson covers of a demand. */
    public List<String> covered(Demand demand) {
        return demand.aspects().stream().filter(it -> covers(demand, it)).toList();
    }

    /** What no lesson covers of a demand. */
    public List<String> holes(Demand demand) {
        return demand.aspects().stream().filter(it -> !covers(demand, it)).toList();
    }

    private boolean covers(Demand demand, String aspect) {
        return progress.lessons().stream()
                .map(it -> it.lesson().demands().getOrDefault(demand, Set.of()))
                .anyMatch(it -> it.contains(aspect));
    }
}
