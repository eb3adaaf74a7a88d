package no.samtidig.administration.web.places;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.ChangingPlaces;
import no.samtidig.administration.PlaceLists;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing owners and units from a day on. */
@Controller
class CloseController {
    private final Places places;
    private final ChangingPlaces changing;
    private final PlaceLists lists;
    private final OnePlace one;
    private final Clock clock;

    CloseController(Places places, ChangingPlaces changing, PlaceLists lists, OnePlace one, Clock clock) {
        this.places = places;
        this.changing = changing;
        this.lists = lists;
        this.one = one;
        this.clock = clock;
    }

    @GetMapping("/forvaltning/steder/{sted}/legg-ned")
    Page form(Visitor visitor, @PathVariable("sted") String place) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return page(person, OnePlace.path(place), LocalDate.now(clock).toString(), false, Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/{sted}/legg-ned")
    Reply close(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = "siste-dag", defaultValue = "") String day,
            @RequestParam(value = "enheter", defaultValue = "") String units,
            @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPath path = OnePlace.path(place);
        boolean withUnits = units.equals("ja");
        Optional<LocalDate> last = day(day);
        if (last.isEmpty()) {
            return page(person, path, day, withUnits, Trouble.at("siste-dag", "places.trouble.no-day"));
        }
        PlaceOutcome outcome = OnePlace.isOwner(path)
                ? changing.closeOwner(person, path, revision, last.get(), withUnits)
                : changing.close(person, path, revision, last.get());
        return outcome instanceof PlaceOutcome.Done(UnitPath at)
                ? OnePlace.to(at, PlaceDone.CLOSED)
                : page(person, path, day, withUnits, OnePlace.trouble(outcome));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Page page(Visitor.Person person, UnitPath path, String day, boolean withUnits, Trouble trouble) {
        if (OnePlace.isOwner(path)) {
            OwnerPlace owner = one.shapedOwner(person, path);
            List<UnitPlace> units = places.unitsOf(path);
            return new ClosePage(
                    Room.openTo(person),
                    path,
                    owner.name(),
                    owner.revision(),
                    units.stream().map(UnitPlace::name).toList(),
                    lists.atWork(units.stream().map(UnitPlace::path).toList()),
                    day,
                    withUnits,
                    trouble);
        }
        UnitPlace unit = one.shapedUnit(person, path);
        return new ClosePage(
                Room.openTo(person),
                path,
                unit.name(),
                unit.revision(),
                List.of(),
                lists.atWork(List.of(path)),
                day,
                false,
                trouble);
    }
}
