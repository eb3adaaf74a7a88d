package no.samtidig.administration.web.places;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.ChangingPlaces;
import no.samtidig.administration.PlaceLists;
import no.samtidig.administration.PlaceRights;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitFacts;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making units and changing what is said of them. */
@Controller
class UnitFormController {
    private final ChangingPlaces changing;
    private final PlaceLists lists;
    private final PlaceRights rights;
    private final Counties counties;
    private final OnePlace one;

    UnitFormController(ChangingPlaces changing, PlaceLists lists, PlaceRights rights, Counties counties, OnePlace one) {
        this.changing = changing;
        this.lists = lists;
        this.rights = rights;
        this.counties = counties;
        this.one = one;
    }

    @GetMapping("/forvaltning/steder/ny-enhet")
    Page form(Visitor visitor, @RequestParam(value = "eier", defaultValue = "") String of) {
        Visitor.Person person = maker(visitor.require(Permission.MANAGE_PLACES));
        List<OwnerPlace> owners = lists.owners(person);
        Optional<OwnerPlace> owner =
                owners.stream().filter(it -> it.path().value().equals(of)).findFirst();
        return page(person, null, owners, begun(person, owner), UUID.randomUUID(), Trouble.NONE);
    }

    /** What follows from the owner stands there already. */
    private UnitFormPage.Typed begun(Visitor.Person person, Optional<OwnerPlace> owner) {
        Optional<String> municipality = owner.flatMap(OwnerPlace::municipality);
        List<County> own = rights.counties(person);
        return new UnitFormPage.Typed(
                owner.map(it -> it.path().value()).orElse(""),
                "",
                "",
                owner.map(it -> switch (it.facts().kind()) {
                            case MUNICIPALITY -> ServiceLevel.PRIMARY.code();
                            case HF -> ServiceLevel.SPECIALIST.code();
                            case RHF, PRIVATE_NON_PROFIT, PRISON_HEALTH, COMPETENCE_CENTRE -> "";
                        })
                        .orElse(""),
                municipality
                        .flatMap(number -> counties.municipalities().stream()
                                .filter(it -> it.number().equals(number))
                                .findFirst())
                        .map(it -> it.county())
                        .orElse(own.size() == 1 ? own.getFirst().number() : ""),
                municipality.orElse(""));
    }

    @PostMapping("/forvaltning/steder/ny-enhet")
    Reply make(
            Visitor visitor,
            @RequestParam(value = "eier", defaultValue = "") String of,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "niva", defaultValue = "") String level,
            @RequestParam(value = "fylke", defaultValue = "") String county,
            @RequestParam(value = "kommune", defaultValue = "") String municipality,
            @RequestParam(value = "orgnr", defaultValue = "") String number,
            @RequestParam("nokkel") UUID key) {
        Visitor.Person person = maker(visitor.require(Permission.MANAGE_PLACES));
        UnitFormPage.Typed typed = new UnitFormPage.Typed(of, name, number, level, county, municipality);
        Optional<UnitFacts> facts = typed.facts();
        if (facts.isEmpty()) {
            return page(person, null, lists.owners(person), typed, key, typed.trouble());
        }
        PlaceOutcome outcome = changing.make(person, OnePlace.path(of), facts.get(), key);
        return outcome instanceof PlaceOutcome.Done(var at)
                ? OnePlace.to(at, PlaceDone.MADE_UNIT)
                : page(person, null, lists.owners(person), typed, key, OnePlace.trouble(outcome));
    }

    @GetMapping("/forvaltning/steder/{sted}/endre-enhet")
    Page change(Visitor visitor, @PathVariable("sted") String place) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPlace unit = one.unit(person, OnePlace.path(place));
        return page(person, unit, List.of(), UnitFormPage.Typed.of(unit), UUID.randomUUID(), Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/{sted}/endre-enhet")
    Reply save(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "niva", defaultValue = "") String level,
            @RequestParam(value = "fylke", defaultValue = "") String county,
            @RequestParam(value = "kommune", defaultValue = "") String municipality,
            @RequestParam(value = "orgnr", defaultValue = "") String number,
            @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPlace unit = one.unit(person, OnePlace.path(place));
        UnitFormPage.Typed now = UnitFormPage.Typed.of(unit);
        UnitFormPage.Typed typed = rights.shapes(person, unit)
                ? new UnitFormPage.Typed(now.owner(), name, number, level, county, municipality)
                : new UnitFormPage.Typed(
                        now.owner(), name, now.number(), now.level(), now.county(), now.municipality());
        Optional<UnitFacts> facts = typed.facts();
        if (facts.isEmpty()) {
            return page(person, unit, List.of(), typed, UUID.randomUUID(), typed.trouble());
        }
        PlaceOutcome outcome = changing.change(person, unit.path(), revision, facts.get());
        return outcome instanceof PlaceOutcome.Done(var at)
                ? OnePlace.to(at, PlaceDone.CHANGED)
                : page(person, unit, List.of(), typed, UUID.randomUUID(), OnePlace.trouble(outcome));
    }

    private Page page(
            Visitor.Person person,
            @Nullable UnitPlace unit,
            List<OwnerPlace> owners,
            UnitFormPage.Typed typed,
            UUID key,
            Trouble trouble) {
        boolean nameOnly = unit != null && !rights.shapes(person, unit);
        List<County> own = nameOnly ? List.of() : rights.counties(person);
        return new UnitFormPage(
                Room.openTo(person),
                unit,
                nameOnly,
                typed,
                unit == null ? 0 : unit.revision(),
                key,
                owners,
                own,
                nameOnly ? List.of() : counties.municipalities(),
                trouble);
    }

    private Visitor.Person maker(Visitor.Person person) {
        if (rights.counties(person).isEmpty()) {
            throw ProblemException.notFound();
        }
        return person;
    }
}
