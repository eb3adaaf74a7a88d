package no.samtidig.administration.web.places;

import java.util.List;
import no.samtidig.access.Visitor;
import no.samtidig.administration.PlaceRights;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Component;

/** What the pages of one place share: finding it, as far as the reader sees it, and saying why something was not done. */
@Component
class OnePlace {
    private static final int NAMED = 10;

    private final Places places;
    private final PlaceRights rights;

    OnePlace(Places places, PlaceRights rights) {
        this.places = places;
        this.rights = rights;
    }

    static UnitPath path(String typed) {
        return UnitPath.read(typed).filter(it -> it.depth() > 0).orElseThrow(ProblemException::notFound);
    }

    static boolean isOwner(UnitPath path) {
        return path.depth() == 1;
    }

    /** A unit that the reader may see. */
    UnitPlace unit(Visitor.Person person, UnitPath path) {
        return places.unit(path).filter(it -> rights.sees(person, it)).orElseThrow(ProblemException::notFound);
    }

    /** A unit that the reader may change all of. */
    UnitPlace shapedUnit(Visitor.Person person, UnitPath path) {
        return places.unit(path).filter(it -> rights.shapes(person, it)).orElseThrow(ProblemException::notFound);
    }

    OwnerPlace owner(Visitor.Person person, UnitPath path) {
        return places.owner(path).filter(it -> rights.sees(person, it)).orElseThrow(ProblemException::notFound);
    }

    OwnerPlace shapedOwner(Visitor.Person person, UnitPath path) {
        return places.owner(path).filter(it -> rights.shapes(person, it)).orElseThrow(ProblemException::notFound);
    }

    static SeeOther to(UnitPath path, PlaceDone done) {
        return new SeeOther("/forvaltning/steder/" + path.value()).done(done);
    }

    /** Why something was not done, beside its field. */
    static Trouble trouble(PlaceOutcome outcome) {
        return switch (outcome) {
            case PlaceOutcome.Done _ -> Trouble.NONE;
            case PlaceOutcome.Unknown _ -> throw ProblemException.notFound();
            case PlaceOutcome.Stale _ -> Trouble.whole("places.trouble.stale");
            case PlaceOutcome.Ended(String name) -> Trouble.whole("places.trouble.ended", name);
            case PlaceOutcome.NumberTaken(String name) -> Trouble.at("orgnr", "places.trouble.number-taken", name);
            case PlaceOutcome.NameTaken _ -> Trouble.at("navn", "places.trouble.name-taken");
            case PlaceOutcome.Same _ -> Trouble.at("til", "places.trouble.same");
            case PlaceOutcome.NoSuchCounty _ -> Trouble.at("kommune", "places.trouble.county");
            case PlaceOutcome.WrongDay _ -> Trouble.at("siste-dag", "places.trouble.day", Places.AHEAD - 1);
            case PlaceOutcome.HasUnits(List<String> names) ->
                Trouble.at("enheter", "places.trouble.has-units", names.size(), named(names));
        };
    }

    /** The first of many, joined for a sentence. */
    static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " …" : first;
    }
}
