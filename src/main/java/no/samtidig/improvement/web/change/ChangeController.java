package no.samtidig.improvement.web.change;

import java.util.List;
import java.util.Map;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.change.Changes;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How units have changed since their own start. */
@Controller
class ChangeController {
    private final Changes changes;

    ChangeController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping("/regionen/endring")
    Page region(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return page(person, false, "/regionen/endring", query);
    }

    @GetMapping("/programmet/endring")
    Page country(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.SEE_PROGRAMME);
        return page(person, true, "/programmet/endring", query);
    }

    private ChangePage page(Visitor.Person person, boolean country, String path, Map<String, String> query) {
        return new ChangePage(
                person.acting().place(),
                country,
                changes.of(person.acting().scope()),
                ListQuery.of(path, query, List.of(), Map.of()));
    }
}
