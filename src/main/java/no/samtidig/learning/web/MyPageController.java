package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Progressing;
import no.samtidig.learning.Reflecting;
import no.samtidig.learning.Trying;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's own page, and two pages anybody may need. */
@Controller
class MyPageController {
    private final Progressing progressing;
    private final Trying trying;
    private final Reflecting reflecting;

    MyPageController(Progressing progressing, Trying trying, Reflecting reflecting) {
        this.progressing = progressing;
        this.trying = trying;
        this.reflecting = reflecting;
    }

    @GetMapping("/min-side")
    Page mine(
            Visitor visitor,
            Language language,
            @RequestParam(value = "fortalt", required = false) @Nullable String told) {
        Visitor.Person learner = visitor.require(Permission.OWN_ACCOUNT);
        List<ModuleProgress> modules = progressing.all(learner.account(), language);
        List<MyPage.Try> tries = trying.all(learner.account()).stream()
                .map(it -> shown(it, modules))
                .flatMap(Optional::stream)
                .toList();
        return new MyPage(modules, tries, reflecting.all(learner.account()), told != null);
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

    @GetMapping("/min-side/refleksjoner")
    Page notes(Visitor visitor) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        return new NotesPage(reflecting.all(learner.account()));
    }

    @Open("tells how the service works")
    @GetMapping("/dette-ser-lederen")
    Page leaderSees() {
        return new LeaderSeesPage();
    }

    @Open("help must be found without signing in")
    @GetMapping("/kontaktpunkter")
    Page contactPoints() {
        return new ContactPointsPage();
    }
}
