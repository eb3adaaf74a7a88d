package no.samtidig.learning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.access.StaffMember;
import no.samtidig.catalogue.KnowledgeModule;

/**
 * All that a leader sees of one person's learning.
 *
 * @param member who
 * @param modules every finished module, in order
 */
public record StaffCompletion(StaffMember member, List<InModule> modules) {
    public StaffCompletion {
        modules = List.copyOf(modules);
    }

    /**
     * Lessons completed in one module. Says nothing of how far somebody is inside a lesson.
     *
     * @param module which
     * @param completed how many of its lessons
     * @param last when the latest of them was completed; empty where none is
     * @param whole when the whole module was completed; empty until it is
     */
    public record InModule(KnowledgeModule module, int completed, Optional<LocalDate> last, Optional<LocalDate> whole) {

        /** Counts the lessons the module has today; one taken out of it since counts no more. */
        static InModule of(KnowledgeModule module, Map<String, LocalDate> completions) {
            List<LocalDate> dates = module.lessons().stream()
                    .map(it -> completions.get(it.slug()))
                    .filter(Objects::nonNull)
                    .toList();
            Optional<LocalDate> last = dates.stream().max(Comparator.naturalOrder());
            boolean all = dates.size() == module.lessons().size();
            return new InModule(module, dates.size(), last, all ? last : Optional.empty());
        }

        public int lessons() {
            return module.lessons().size();
        }
    }

    public InModule in(KnowledgeModule module) {
        return modules.stream()
                .filter(it -> it.module().slug().equals(module.slug()))
                .findFirst()
                .orElseThrow();
    }
}
