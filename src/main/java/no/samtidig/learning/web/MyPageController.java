package no.samtidig.learning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Errands;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
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
    private final ObjectProvider<Follows> follows;
    private final Clock clock;

    MyPageController(
            Progressing progressing,
            Tries tries,
            Reflecting reflecting,
            Repeating repeating,
            ObjectProvider<Errands> errands,
            ObjectProvider<Follows> follows,
            Clock clock) {
        this.progressing = progressing;
        this.tries = tries;
        this.reflecting = reflecting;
        this.repeating = repeating;
        this.errands = errands;
        this.follows = follows;
        this.clock = clock;
    }

    @GetMapping("/min-side")
    Page mine(
            Visitor visitor,
            Language language,
            @RequestParam(value = "fortalt", required = false) @Nullable String told) {
        Visitor.Person learner = visitor.require(Permission.OWN_ACCOUNT);
        List<ModuleProgress> modules = progressing.all(learner.account(), language);
        return new MyPage(
                called(learner.name()),
                slim(learner.acting().role()),
                LocalDate.now(clock),
                modules,
                tries.all(learner.account(), modules),
                reflecting.all(learner.account()),
                repeating.today(learner.account()),
                Waiting.of(errands.orderedStream()
                        .flatMap(it -> it.of(learner, language).stream())
                        .toList()),
                follows.orderedStream()
                        .flatMap(it -> it.of(learner, language).stream())
                        .toList(),
                told != null);
    }

    /** A person's name without the last of it, which is the family's. */
    private static String called(String name) {
        int last = name.lastIndexOf(' ');
        return last < 0 ? name : name.substring(0, last);
    }

    /** Whether the role's own work here is more than to learn. */
    private static boolean slim(Role role) {
        return switch (role) {
            case UNIT_LEADER, REGIONAL_CONTACT, EDITOR, PROJECT_LEAD, ADMINISTRATOR -> true;
            case MILIEU_THERAPIST, CLINICIAN, FACILITATOR, LIVED_EXPERIENCE_CONSULTANT -> false;
        };
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
