package no.samtidig.organisation;

import java.util.Optional;

/**
 * A unit as it stands, or as it ended.
 *
 * @param ownerName what its owner is called
 * @param successor where it goes on, if it was moved or merged
 * @param revision counts its changes; whoever changes it says which one they have seen
 * @param fictional whether it is made up, and must be shown so
 */
public record UnitPlace(
        UnitPath path,
        UnitPath owner,
        String ownerName,
        UnitFacts facts,
        Validity validity,
        Optional<UnitPath> successor,
        int revision,
        boolean fictional) {
    public String name() {
        return facts.name().value();
    }
}
