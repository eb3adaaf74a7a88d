package no.samtidig.administration.web.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.PlaceFile;
import no.samtidig.administration.PlaceLine;
import no.samtidig.administration.PlaceLists;
import no.samtidig.administration.PlaceRights;
import no.samtidig.administration.PlaceSearch;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units and owners: lists that are searched, narrowed and taken along as a file. */
@Controller
class PlacesController {
    private final PlaceLists lists;
    private final PlaceRights rights;
    private final PlaceFile file;
    private final Units units;

    PlacesController(PlaceLists lists, PlaceRights rights, PlaceFile file, Units units) {
        this.lists = lists;
        this.rights = rights;
        this.file = file;
        this.units = units;
    }

    @GetMapping("/forvaltning/steder")
    Reply units(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return list(person, "/forvaltning/steder", false, query);
    }

    @GetMapping("/forvaltning/steder/eiere")
    Reply owners(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return list(person, "/forvaltning/steder/eiere", true, query);
    }

    /** The units that the reader sees, as the file that can be taken in again. */
    @Limited(value = "file", most = 60)
    @GetMapping("/forvaltning/steder/enheter.csv")
    Reply csv(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return file.of(person.acting().scope());
    }

    private Reply list(Visitor.Person person, String path, boolean owners, Map<String, String> query) {
        boolean everything = PlaceRights.everything(person);
        List<Region> regions = everything && !owners
                ? units.regions().stream()
                        .filter(it -> it.layer() == RegionLayer.RVTS)
                        .toList()
                : List.of();
        Map<String, List<String>> filters = Map.of(
                PlacesPage.KIND,
                        Arrays.stream(OwnerKind.values()).map(OwnerKind::code).toList(),
                PlacesPage.REGION, regions.stream().map(Region::code).toList(),
                PlacesPage.STATE, List.of(PlacesPage.CLOSED),
                PlacesPage.LEADER, owners ? List.of() : List.of(PlacesPage.WITHOUT));
        List<String> columns = new ArrayList<>(List.of("navn"));
        columns.addAll(owners ? List.of("slag", "enheter") : List.of("eier", "niva", "fylke"));
        ListQuery asked = ListQuery.of(path, query, columns, filters);
        ListQuery.Found<PlaceLine> found = lists.find(
                person,
                new PlaceSearch(
                        owners,
                        asked.words(),
                        asked.chosen(PlacesPage.KIND).flatMap(it -> Coded.of(OwnerKind.class, it)),
                        asked.chosen(PlacesPage.REGION),
                        asked.chosen(PlacesPage.STATE).isPresent(),
                        asked.chosen(PlacesPage.LEADER).isPresent(),
                        asked.order(),
                        asked.falling(),
                        asked.offset(),
                        ListQuery.ROWS));
        if (found.count() == 0 && asked.page() > 1) {
            return new SeeOther(asked.at(1)); // the list has become shorter
        }
        return new PlacesPage(
                Room.openTo(person),
                owners,
                everything,
                !rights.counties(person).isEmpty(),
                asked,
                found,
                regions,
                found.count() > 0 || asked.narrowed(),
                PlaceDone.of(query.get(SeeOther.DONE)));
    }
}
