package no.samtidig.improvement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Part;
import no.samtidig.platform.View;

/** The menu of a unit's pages: those that whoever looks may open. */
public final class UnitMenu {
    private UnitMenu() {}

    /**
     * The pages, in the order of the journey; before them, for the coach, the way back to the unit's card.
     *
     * @param visit empty where the unit has no journey yet
     * @param staff whether the reader may see who has completed what
     */
    public static List<View.Link> of(View view, Optional<JourneyVisit> visit, boolean staff) {
        List<View.Link> links = new ArrayList<>();
        visit.filter(JourneyVisit::coaches)
                .map(it -> "/regionen/enheter/" + it.journey().id().value())
                .ifPresent(it -> links.add(new View.Link("card", it, view.text("unit-menu.card"))));
        links.add(link(view, visit, "journey", "/enheten"));
        if (visit.isPresent()) {
            links.add(link(view, visit, "agreement", "/enheten/avtale"));
            links.add(link(view, visit, "gap", "/enheten/gap"));
            links.add(link(view, visit, "gap-result", "/enheten/gap/resultat"));
            if (visit.get().leads() || visit.get().coaches()) {
                links.add(link(view, visit, "meeting", "/enheten/mote"));
            }
            links.add(link(view, visit, "actions", "/enheten/tiltak"));
            links.add(link(view, visit, "talks", "/enheten/veiledning"));
            links.add(link(view, visit, "status", "/enheten/status"));
        }
        if (visit.filter(it -> it.part() != Part.COUNCIL).isPresent()) {
            links.add(link(view, visit, "fidelity", "/enheten/etterlevelse"));
        }
        if (staff) {
            links.add(link(view, Optional.empty(), "staff", "/enheten/ansatte"));
        }
        return links;
    }

    private static View.Link link(View view, Optional<JourneyVisit> visit, String name, String path) {
        return new View.Link(name, visit.map(it -> it.at(path)).orElse(path), view.text("unit-menu." + name));
    }
}
