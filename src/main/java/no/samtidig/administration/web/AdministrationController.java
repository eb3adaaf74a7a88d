package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.Alerts;
import no.samtidig.administration.Figures;
import no.samtidig.administration.FirstSteps;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of administration; of those without the whole of it, the first room that they have. */
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
    Reply overview(Visitor visitor) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        List<Room> rooms = Room.openTo(reader);
        if (!rooms.contains(Room.OVERVIEW)) {
            return new SeeOther(rooms.getFirst().path());
        }
        return new AdministrationPage(rooms, alerts.all(), figures.today(), steps.all());
    }
}
