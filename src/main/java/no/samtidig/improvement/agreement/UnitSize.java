package no.samtidig.improvement.agreement;

import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.Units;
import org.springframework.stereotype.Component;

/** How many work at a unit, before anybody has said so: those who have a role there. */
@Component
public class UnitSize {
    private final Accounts accounts;
    private final Units units;

    UnitSize(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    /** At least one. */
    public int of(Journey journey) {
        int known = accounts.staffWithin(units.scope(new Place.Unit(journey.unit())))
                .size();
        return Math.max(1, Math.min(known, AgreementText.MOST_STAFF));
    }
}
