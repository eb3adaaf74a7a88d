package no.samtidig.improvement.web.change;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.change.Changes;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How units have changed since their own start. */
@Controller
class ChangeController {
    private final Changes changes;

    ChangeController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping("/regionen/endring")
    Page region(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return new ChangePage(
                person.acting().place(), false, changes.of(person.acting().scope()));
    }

    @GetMapping("/programmet/endring")
    Page country(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.SEE_PROGRAMME);
        return new ChangePage(
                person.acting().place(), true, changes.of(person.acting().scope()));
    }
}
