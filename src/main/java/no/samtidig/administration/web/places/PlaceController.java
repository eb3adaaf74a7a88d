package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.ChangingPlaces;
import no.samtidig.administration.PlaceLists;
import no.samtidig.administration.PlaceRights;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Municipality;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one owner or unit, and taking a closing back. */
@Controller
class PlaceController {
    private final Places places;
    private final ChangingPlaces changing;
    private final PlaceLists lists;
    private final PlaceRights rights;
    private final Counties counties;
    private final OnePlace one;

    PlaceController(
            Places places,
            ChangingPlaces changing,
            PlaceLists lists,
            PlaceRights rights,
            Counties counties,
            OnePlace one) {
        this.places = places;
        this.changing = changing;
        this.lists = lists;
        this.rights = rights;
        this.counties = counties;
        this.one = one;
    }

    @GetMapping("/forvaltning/steder/{sted}")
    Page place(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPath path = OnePlace.path(place);
        return OnePlace.isOwner(path)
                ? owner(person, one.owner(person, path), PlaceDone.of(done))
                : unit(person, one.unit(person, path), PlaceDone.of(done));
    }

    private Page unit(Visitor.Person person, UnitPlace unit, @Nullable PlaceDone done) {
        return new UnitPlacePage(
                Room.openTo(person),
                unit,
                rights.shapes(person, unit),
                places.owner(unit.owner()).filter(it -> rights.sees(person, it)).isPresent(),
                unit.validity().to().isEmpty(),
                places.reopens(unit.validity(), unit.successor()),
                counties.all().stream()
                        .filter(it -> it.number().equals(unit.facts().county()))
                        .map(County::name)
                        .findFirst()
                        .orElse(unit.facts().county()),
                unit.facts()
                        .municipality()
                        .flatMap(number -> counties.municipalities().stream()
                                .filter(it -> it.number().equals(number))
                                .map(Municipality::name)
                                .findFirst())
                        .orElse(""),
                lists.leaders(unit.path()),
                places.history(unit.path()),
                places.before(unit.path()).stream()
                        .flatMap(it -> places.unit(it).stream())
                        .filter(it -> rights.sees(person, it))
                        .toList(),
                unit.successor()
                        .flatMap(places::unit)
                        .filter(it -> rights.sees(person, it))
                        .orElse(null),
                done);
    }

    private Page owner(Visitor.Person person, OwnerPlace owner, @Nullable PlaceDone done) {
        List<UnitPlace> units = places.unitsOf(owner.path()).stream()
                .filter(it -> rights.sees(person, it))
                .toList();
        return new OwnerPlacePage(
                Room.openTo(person),
                owner,
                rights.shapes(person, owner),
                owner.validity().to().isEmpty(),
                places.reopens(owner.validity(), owner.successor()),
                units,
                places.history(owner.path()),
                owner.successor().flatMap(places::owner).orElse(null),
                done);
    }

    @PostMapping("/forvaltning/steder/{sted}/apne")
    Reply reopen(Visitor visitor, @PathVariable("sted") String place, @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPath path = OnePlace.path(place);
        PlaceOutcome outcome = changing.reopen(person, path, revision);
        return outcome instanceof PlaceOutcome.Done(UnitPath at)
                ? OnePlace.to(at, PlaceDone.REOPENED)
                : new NotDonePage(Room.openTo(person), path, OnePlace.trouble(outcome));
    }
}
