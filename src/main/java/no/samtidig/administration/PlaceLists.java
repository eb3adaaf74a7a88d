package no.samtidig.administration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import no.samtidig.access.AccountId;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.AtWork;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lists of places, and what is at work at one: as far as the reader sees. */
@Service
public class PlaceLists {
    private final PlaceListStore store;
    private final PlaceRights rights;
    private final Places places;
    private final ObjectProvider<AtWork> atWork;
    private final Clock clock;

    PlaceLists(PlaceListStore store, PlaceRights rights, Places places, ObjectProvider<AtWork> atWork, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.places = places;
        this.atWork = atWork;
        this.clock = clock;
    }

    public ListQuery.Found<PlaceLine> find(Visitor.Person person, PlaceSearch search) {
        return store.find(search, person.acting().scope(), rights.numbers(person), OffsetDateTime.now(clock));
    }

    /** Somebody who leads a unit. */
    public record Leader(AccountId account, String name) {}

    /** Who leads the unit today, by name. */
    public List<Leader> leaders(UnitPath unit) {
        return store.leaders(unit, OffsetDateTime.now(clock));
    }

    /** What is at work at the units, and what becomes of it. */
    public List<Sentence> atWork(List<UnitPath> units) {
        return units.isEmpty()
                ? List.of()
                : atWork.orderedStream().flatMap(it -> it.at(units).stream()).toList();
    }

    /** Open owners that the person may give units to, by name. */
    public List<OwnerPlace> owners(Visitor.Person person) {
        List<OwnerPlace> all = places.owners().stream()
                .filter(it -> it.validity().to().isEmpty())
                .toList();
        if (PlaceRights.everything(person)) {
            return all;
        }
        var own = store.ownersOf(person.acting().scope(), rights.numbers(person));
        return all.stream().filter(it -> own.contains(it.path())).toList();
    }
}
