package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Block;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Trying;
import org.springframework.stereotype.Component;

/** Gathers the tasks a learner has taken on, with their texts. */
@Component
class Tries {
    private final Trying trying;

    Tries(Trying trying) {
        this.trying = trying;
    }

    /** Those that still exist, newest first. */
    List<MyPage.Try> all(AccountId learner, List<ModuleProgress> modules) {
        return trying.all(learner).stream()
                .map(it -> shown(it, modules))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The attempt with its task; empty where an edit took the task out of its lesson. */
    private Optional<MyPage.Try> shown(Attempt attempt, List<ModuleProgress> modules) {
        Optional<LessonProgress> lesson = modules.stream()
                .filter(it -> it.module().slug().equals(attempt.where().module()))
                .flatMap(it -> it.lessons().stream())
                .filter(it -> it.lesson().slug().equals(attempt.where().lesson()))
                .findFirst();
        return lesson.flatMap(it -> it.lesson()
                .block(attempt.where().block())
                .filter(placed -> placed.block() instanceof Block.ShiftTask)
                .map(placed -> new MyPage.Try(
                        (Block.ShiftTask) placed.block(), it, placed.step().id(), attempt, trying.due(attempt))));
    }
}
