package no.samtidig.administration;

import java.util.List;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import org.springframework.stereotype.Service;

/**
 * Who may do what with places. An administrator: everything. A regional contact: the units of the own region, among owners that have a
 * unit there or are a municipality there. A leader: call the own unit otherwise.
 */
@Service
public class PlaceRights {
    private final Counties counties;
    private final PlaceListStore store;

    PlaceRights(Counties counties, PlaceListStore store) {
        this.counties = counties;
        this.store = store;
    }

    public static boolean everything(Visitor.Person person) {
        return person.acting().role() == Role.ADMINISTRATOR
                && person.acting().scope().covers(UnitPath.COUNTRY);
    }

    private static boolean region(Visitor.Person person) {
        return person.acting().role() == Role.REGIONAL_CONTACT;
    }

    /** Whether they may see it, and call it otherwise. */
    public boolean sees(Visitor.Person person, UnitPlace unit) {
        return person.acting().scope().covers(unit.path());
    }

    /** Whether they may change all of it, move it and close it. */
    public boolean shapes(Visitor.Person person, UnitPlace unit) {
        return sees(person, unit) && (everything(person) || region(person));
    }

    /** Whether they may see it, make units of it, and move units to it. */
    public boolean sees(Visitor.Person person, OwnerPlace owner) {
        return everything(person)
                || (region(person)
                        && store.ownersOf(person.acting().scope(), numbers(person))
                                .contains(owner.path()));
    }

    /** Whether they may change it, merge it and close it. */
    public boolean shapes(Visitor.Person person, @SuppressWarnings("unused") OwnerPlace owner) {
        return everything(person);
    }

    /** Where units that they make may lie. */
    public List<County> counties(Visitor.Person person) {
        return switch (person.acting().at()) {
            case Place.Country _ -> counties.all();
            case Place.Region region -> counties.in(region);
            case Place.Owner _, Place.Unit _ -> List.of();
        };
    }

    List<String> numbers(Visitor.Person person) {
        return counties(person).stream().map(County::number).toList();
    }
}
