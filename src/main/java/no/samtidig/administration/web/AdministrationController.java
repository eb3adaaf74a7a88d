package no.samtidig.administration.web;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.Alerts;
import no.samtidig.administration.Figures;
import no.samtidig.administration.FirstSteps;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of administration. */
@Controller
class AdministrationController {
    private final Alerts alerts;
    private final Figures figures;
    private final FirstSteps steps;

    AdministrationController(Alerts alerts, Figures figures, FirstSteps steps) {
        this.alerts = alerts;
        this.figures = figures;
        this.steps = steps;
    }

    @GetMapping("/forvaltning")
    Page overview(Visitor visitor) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return new AdministrationPage(Room.openTo(administrator), alerts.all(), figures.today(), steps.all());
    }
}
