package no.samtidig.improvement.web.staff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.StaffMember;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.learning.StaffCompletion;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import no.samtidig.platform.View;

/**
 * What a leader sees of the own unit: who has completed how many lessons, and when. By name; nothing is added up or compared.
 *
 * @param place the leader's unit, by name
 * @param reader the leader
 * @param visit at the unit's journey; empty where there is none yet
 * @param modules finished modules
 * @param staff everybody with a role at the place, the leader too
 */
@StyleSheets({StyleSheets.PARTS, "tables.css", "improvement.css"})
public record StaffPage(
        String place,
        AccountId reader,
        Optional<JourneyVisit> visit,
        List<KnowledgeModule> modules,
        List<StaffCompletion> staff)
        implements Page {
    public StaffPage {
        modules = List.copyOf(modules);
        staff = List.copyOf(staff);
    }

    /** Whether nobody but the leader has a role here. */
    public boolean alone() {
        return staff.stream().allMatch(it -> it.member().account().equals(reader));
    }

    /** The roles somebody has, with the place where the leader sees several. */
    public String roles(View view, StaffCompletion one) {
        boolean severalPlaces = staff.stream()
                        .flatMap(it -> it.member().posts().stream())
                        .map(StaffMember.Post::place)
                        .distinct()
                        .count()
                > 1;
        return one.member().posts().stream()
                .map(it -> view.text("role." + it.role().code()) + (severalPlaces ? ", " + it.place() : ""))
                .distinct()
                .collect(Collectors.joining(" / "));
    }
}
