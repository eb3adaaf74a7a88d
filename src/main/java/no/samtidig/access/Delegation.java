package no.samtidig.access;

import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;

/** What somebody may pass on: roles that reach no further than their own. The same for inviting, giving and ending. */
final class Delegation {
    private Delegation() {}

    /** Whether the person, acting as they do, may give and end the role there. */
    static boolean covers(Visitor.Person person, Role role, Place at) {
        return covers(person.acting(), role, at);
    }

    /** Whether whoever acts in the one role may give and end the other one there. */
    static boolean covers(Grant grant, Role role, Place at) {
        return grant.role().permissions().contains(Permission.INVITE)
                && switch (at) {
                    case Place.InTree it ->
                        grant.scope().covers(it.path())
                                && (everything(grant)
                                        || (it instanceof Place.Unit
                                                && Role.at(it).contains(role)));
                    case Place.Region it -> everything(grant) || ownRegion(grant, it);
                };
    }

    /** An administrator of the whole country. */
    static boolean everything(Visitor.Person person) {
        return everything(person.acting());
    }

    private static boolean everything(Grant grant) {
        return grant.role() == Role.ADMINISTRATOR && grant.scope().covers(UnitPath.COUNTRY);
    }

    static boolean ownRegion(Visitor.Person person, Place.Region region) {
        return ownRegion(person.acting(), region);
    }

    private static boolean ownRegion(Grant grant, Place.Region region) {
        return grant.role() == Role.REGIONAL_CONTACT && grant.at().equals(region);
    }
}
