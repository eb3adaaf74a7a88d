package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.administration.Alert;
import no.samtidig.administration.Figures;
import no.samtidig.administration.FirstSteps;
import no.samtidig.platform.Page;

/**
 * What is wrong just now, and how much there is of everything.
 *
 * @param rooms what the reader may open
 * @param alerts what somebody must see to, the gravest first
 * @param figures how much there is
 * @param steps what a new service still needs; empty when it has all of it
 */
public record AdministrationPage(
        List<Room> rooms, List<Alert> alerts, Figures.Today figures, List<FirstSteps.Step> steps) implements Page {
    public AdministrationPage {
        rooms = List.copyOf(rooms);
        alerts = List.copyOf(alerts);
        steps = List.copyOf(steps);
    }
}
