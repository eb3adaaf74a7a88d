package no.samtidig.administration.web;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.Condition;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the service stands. */
@Controller
class ConditionController {
    private final Condition condition;

    ConditionController(Condition condition) {
        this.condition = condition;
    }

    @GetMapping("/forvaltning/tilstand")
    Page condition(Visitor visitor, Language language) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return new ConditionPage(Room.openTo(administrator), condition.all(language));
    }
}
