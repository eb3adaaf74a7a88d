package no.samtidig.administration.web.places;

import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.ChangingPlaces;
import no.samtidig.administration.PlaceRights;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.OwnerFacts;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making owners and changing what is said of them. */
@Controller
class OwnerFormController {
    private final ChangingPlaces changing;
    private final OnePlace one;

    OwnerFormController(ChangingPlaces changing, OnePlace one) {
        this.changing = changing;
        this.one = one;
    }

    @GetMapping("/forvaltning/steder/ny-eier")
    Page form(Visitor visitor) {
        Visitor.Person person = maker(visitor.require(Permission.MANAGE_PLACES));
        return new OwnerFormPage(
                Room.openTo(person), null, OwnerFormPage.Typed.NOTHING, 0, UUID.randomUUID(), Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/ny-eier")
    Reply make(
            Visitor visitor,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "slag", defaultValue = "") String kind,
            @RequestParam(value = "orgnr", defaultValue = "") String number,
            @RequestParam("nokkel") UUID key) {
        Visitor.Person person = maker(visitor.require(Permission.MANAGE_PLACES));
        OwnerFormPage.Typed typed = new OwnerFormPage.Typed(name, kind, number);
        Optional<OwnerFacts> facts = typed.facts();
        if (facts.isEmpty()) {
            return new OwnerFormPage(Room.openTo(person), null, typed, 0, key, typed.trouble());
        }
        PlaceOutcome outcome = changing.make(person, facts.get(), key);
        return outcome instanceof PlaceOutcome.Done(var at)
                ? OnePlace.to(at, PlaceDone.MADE_OWNER)
                : new OwnerFormPage(Room.openTo(person), null, typed, 0, key, OnePlace.trouble(outcome));
    }

    @GetMapping("/forvaltning/steder/{sted}/endre-eier")
    Page change(Visitor visitor, @PathVariable("sted") String place) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        OwnerPlace owner = one.shapedOwner(person, OnePlace.path(place));
        return page(person, owner, OwnerFormPage.Typed.of(owner), Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/{sted}/endre-eier")
    Reply save(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "slag", defaultValue = "") String kind,
            @RequestParam(value = "orgnr", defaultValue = "") String number,
            @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        OwnerPlace owner = one.shapedOwner(person, OnePlace.path(place));
        OwnerFormPage.Typed typed = new OwnerFormPage.Typed(name, kind, number);
        Optional<OwnerFacts> facts = typed.facts();
        if (facts.isEmpty()) {
            return page(person, owner, typed, typed.trouble());
        }
        PlaceOutcome outcome = changing.change(person, owner.path(), revision, facts.get());
        return outcome instanceof PlaceOutcome.Done(var at)
                ? OnePlace.to(at, PlaceDone.CHANGED)
                : page(person, owner, typed, OnePlace.trouble(outcome));
    }

    private static Page page(Visitor.Person person, OwnerPlace owner, OwnerFormPage.Typed typed, Trouble trouble) {
        return new OwnerFormPage(Room.openTo(person), owner, typed, owner.revision(), UUID.randomUUID(), trouble);
    }

    private static Visitor.Person maker(Visitor.Person person) {
        if (!PlaceRights.everything(person)) {
            throw ProblemException.notFound();
        }
        return person;
    }
}
