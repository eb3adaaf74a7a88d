package no.samtidig.administration.web;

import java.util.List;
import java.util.Map;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.administration.People;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Page;
import no.samtidig.platform.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of people. */
@Controller
class PeopleController {
    private final People people;
    private final Units units;

    PeopleController(People people, Units units) {
        this.people = people;
        this.units = units;
    }

    @GetMapping("/forvaltning/personer")
    Page people(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        List<Region> regions = reader.acting().role() == Role.ADMINISTRATOR
                ? units.regions().stream()
                        .filter(it -> it.layer() == RegionLayer.RVTS)
                        .toList()
                : List.of();
        PeopleSearch search = PeopleSearch.of(query, regions);
        return new PeoplePage(
                Room.openTo(reader),
                search,
                people.find(reader, search.query()),
                PersonDone.of(query.get(SeeOther.DONE)));
    }
}
