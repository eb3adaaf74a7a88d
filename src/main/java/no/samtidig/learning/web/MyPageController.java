package no.samtidig.learning.web;

import java.util.Comparator;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Progressing;
import no.samtidig.learning.Reflecting;
import no.samtidig.learning.Repeating;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's own page, and two pages anybody may need. */
@Controller
class MyPageController {
    private final Progressing progressing;
    private final Tries tries;
    private final Reflecting reflecting;
    private final Repeating repeating;
    private final ObjectProvider<Errands> errands;

    MyPageController(
            Progressing progressing,
            Tries tries,
            Reflecting reflecting,
            Repeating repeating,
            ObjectProvider<Errands> errands) {
        this.progressing = progressing;
        this.tries = tries;
        this.reflecting = reflecting;
        this.repeating = repeating;
        this.errands = errands;
    }

    @GetMapping("/min-side")
    Page mine(
            Visitor visitor,
            Language language,
            @RequestParam(value = "fortalt", required = false) @Nullable String told) {
        Visitor.Person learner = visitor.require(Permission.OWN_ACCOUNT);
        List<ModuleProgress> modules = progressing.all(learner.account(), language);
        return new MyPage(
                modules,
                tries.all(learner.account(), modules),
                reflecting.all(learner.account()),
                repeating.today(learner.account()),
                errands.orderedStream()
                        .flatMap(it -> it.of(learner, language).stream())
                        .sorted(Comparator.comparing(Errand::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList(),
                told != null);
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
