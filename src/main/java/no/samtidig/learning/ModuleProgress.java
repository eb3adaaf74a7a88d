package no.samtidig.learning;

import java.util.List;
import java.util.Optional;
import no.samtidig.catalogue.KnowledgeModule;

/**
 * How far a learner is in a module.
 *
 * @param module which
 * @param lessons progress in each lesson, in order
 */
public record ModuleProgress(KnowledgeModule module, List<LessonProgress> lessons) {
    public ModuleProgress {
        lessons = List.copyOf(lessons);
    }

    public boolean begun() {
        return lessons.stream().anyMatch(it -> it.begun() || it.completed());
    }

    public boolean completed() {
        return !lessons.isEmpty() && lessons.stream().allMatch(LessonProgress::completed);
    }

    public int lessonsDone() {
        return (int) lessons.stream().filter(LessonProgress::completed).count();
    }

    public int minutesLeft() {
        return lessons.stream().mapToInt(LessonProgress::minutesLeft).sum();
    }

    /** The lesson to go on with: one begun and not completed, else the first not completed; empty when the module is done. */
    public Optional<LessonProgress> next() {
        return lessons.stream()
                .filter(it -> it.begun() && !it.completed())
                .findFirst()
                .or(() -> lessons.stream().filter(it -> !it.completed()).findFirst());
    }

    /** The lesson after the one with this address that is not completed. */
    public Optional<LessonProgress> nextAfter(String slug) {
        return lessons.stream()
                .dropWhile(it -> !it.lesson().slug().equals(slug))
                .skip(1)
                .filter(it -> !it.completed())
                .findFirst()
                .or(this::next);
    }

    public int newSteps() {
        return lessons.stream().mapToInt(it -> it.newSteps().size()).sum();
    }
}
