package no.samtidig.administration.web.places;

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
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moving a unit to another owner, and merging units and owners. */
@Controller
class GoesOnController {
    private final Places places;
    private final ChangingPlaces changing;
    private final PlaceLists lists;
    private final OnePlace one;

    GoesOnController(Places places, ChangingPlaces changing, PlaceLists lists, OnePlace one) {
        this.places = places;
        this.changing = changing;
        this.lists = lists;
        this.one = one;
    }

    @GetMapping("/forvaltning/steder/{sted}/flytt")
    Page move(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = "til", defaultValue = "") String to) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return page(person, GoesOnPage.Kind.MOVE, unit(person, place), to, Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/{sted}/flytt")
    Reply doMove(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam("til") String to,
            @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPlace unit = unit(person, place);
        return answer(
                person,
                GoesOnPage.Kind.MOVE,
                unit,
                to,
                changing.move(person, unit.path(), revision, OnePlace.path(to)));
    }

    /** Merging: a unit into another of its owner, an owner into another. */
    @GetMapping("/forvaltning/steder/{sted}/sla-sammen")
    Page merge(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam(value = "til", defaultValue = "") String to) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        return OnePlace.isOwner(OnePlace.path(place))
                ? page(person, one.shapedOwner(person, OnePlace.path(place)), to, Trouble.NONE)
                : page(person, GoesOnPage.Kind.MERGE, unit(person, place), to, Trouble.NONE);
    }

    @PostMapping("/forvaltning/steder/{sted}/sla-sammen")
    Reply doMerge(
            Visitor visitor,
            @PathVariable("sted") String place,
            @RequestParam("til") String to,
            @RequestParam("utgave") int revision) {
        Visitor.Person person = visitor.require(Permission.MANAGE_PLACES);
        UnitPath path = OnePlace.path(place);
        UnitPath into = OnePlace.path(to);
        if (!OnePlace.isOwner(path)) {
            return answer(
                    person,
                    GoesOnPage.Kind.MERGE,
                    unit(person, place),
                    to,
                    changing.merge(person, path, revision, into));
        }
        OwnerPlace owner = one.shapedOwner(person, path);
        PlaceOutcome outcome = changing.mergeOwner(person, path, revision, into);
        return outcome instanceof PlaceOutcome.Done(UnitPath at)
                ? OnePlace.to(at, PlaceDone.MERGED)
                : page(person, owner, to, OnePlace.trouble(outcome));
    }

    private UnitPlace unit(Visitor.Person person, String place) {
        return one.shapedUnit(person, OnePlace.path(place));
    }

    private Reply answer(Visitor.Person person, GoesOnPage.Kind kind, UnitPlace unit, String to, PlaceOutcome outcome) {
        return outcome instanceof PlaceOutcome.Done(UnitPath at)
                ? OnePlace.to(at, kind == GoesOnPage.Kind.MOVE ? PlaceDone.MOVED : PlaceDone.MERGED)
                : page(person, kind, unit, to, OnePlace.trouble(outcome));
    }

    private GoesOnPage page(Visitor.Person person, GoesOnPage.Kind kind, UnitPlace unit, String to, Trouble trouble) {
        List<Option> targets = kind == GoesOnPage.Kind.MOVE
                ? lists.owners(person).stream()
                        .filter(it -> !it.path().equals(unit.owner()))
                        .map(it -> Option.of(it.path().value(), it.name()))
                        .toList()
                : places.unitsOf(unit.owner()).stream()
                        .filter(it -> !it.path().equals(unit.path())
                                && it.validity().to().isEmpty()
                                && person.acting().scope().covers(it.path()))
                        .map(it -> Option.of(it.path().value(), it.name()))
                        .toList();
        return new GoesOnPage(
                Room.openTo(person),
                kind,
                unit.path(),
                unit.name(),
                unit.revision(),
                targets,
                chosen(targets, to),
                List.of(),
                to.isEmpty() ? List.of() : lists.atWork(List.of(unit.path())),
                kind == GoesOnPage.Kind.MERGE
                        ? UnitPath.read(to)
                                .flatMap(places::unit)
                                .filter(it -> it.facts().level() != unit.facts().level())
                                .map(it -> differs(
                                        unit.name(),
                                        it.name(),
                                        "places.level",
                                        unit.facts().level().code(),
                                        it.facts().level().code()))
                        : Optional.empty(),
                trouble);
    }

    private GoesOnPage page(Visitor.Person person, OwnerPlace owner, String to, Trouble trouble) {
        List<Option> targets = lists.owners(person).stream()
                .filter(it -> !it.path().equals(owner.path()))
                .map(it -> Option.of(it.path().value(), it.name()))
                .toList();
        List<UnitPlace> units = places.unitsOf(owner.path());
        return new GoesOnPage(
                Room.openTo(person),
                GoesOnPage.Kind.MERGE_OWNER,
                owner.path(),
                owner.name(),
                owner.revision(),
                targets,
                chosen(targets, to),
                units.stream().map(UnitPlace::name).toList(),
                to.isEmpty()
                        ? List.of()
                        : lists.atWork(units.stream().map(UnitPlace::path).toList()),
                UnitPath.read(to)
                        .flatMap(places::owner)
                        .filter(it -> it.facts().kind() != owner.facts().kind())
                        .map(it -> differs(
                                owner.name(),
                                it.name(),
                                "places.kind",
                                owner.facts().kind().code(),
                                it.facts().kind().code())),
                trouble);
    }

    private static Sentence differs(String from, String into, String what, String one, String other) {
        return Sentence.of(
                "places.goes-on.differs",
                from,
                into,
                Sentence.of(what),
                Sentence.of(what + "." + one),
                Sentence.of(what + "." + other));
    }

    /** A target that the reader may not use does not exist. */
    private static @Nullable Option chosen(List<Option> targets, String to) {
        return to.isEmpty()
                ? null
                : targets.stream()
                        .filter(it -> it.value().equals(to))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
    }
}
