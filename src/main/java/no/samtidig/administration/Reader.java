package no.samtidig.administration;

import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.UnitPath;

/**
 * Whose places and people are shown.
 *
 * @param everything an administrator of the whole country
 * @param scope units
 * @param region code of the own region; empty for none
 */
record Reader(boolean everything, OrganisationScope scope, String region) {
    static Reader of(Visitor.Person person) {
        boolean administrator = person.acting().role() == Role.ADMINISTRATOR;
        return new Reader(
                administrator && person.acting().scope().covers(UnitPath.COUNTRY),
                person.acting().scope(),
                person.acting().role() == Role.REGIONAL_CONTACT
                        ? person.acting().at().code()
                        : "");
    }
}
