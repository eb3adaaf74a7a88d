package no.samtidig.access;

import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;

/** What somebody may pass on: roles that reach no further than their own. The same for inviting, giving and ending. */
final class Delegation {
    private Delegation() {}

    /** Whether the person, acting as they do, may give and end the role there. */
    static boolean covers(Visitor.Person person, Role role, Place at) {
        OrganisationScope scope = person.acting().scope();
        boolean passesOn = person.acting().role().permissions().contains(Permission.INVITE);
        return passesOn
                && switch (at) {
                    case Place.InTree it ->
                        scope.covers(it.path())
                                && (everything(person)
                                        || (it instanceof Place.Unit
                                                && Role.at(it).contains(role)));
                    case Place.Region it -> everything(person) || ownRegion(person, it);
                };
    }

    /** An administrator of the whole country. */
    static boolean everything(Visitor.Person person) {
        return person.acting().role() == Role.ADMINISTRATOR
                && person.acting().scope().covers(UnitPath.COUNTRY);
    }

    static boolean ownRegion(Visitor.Person person, Place.Region region) {
        return person.acting().role() == Role.REGIONAL_CONTACT
                && person.acting().at().equals(region);
    }
}
