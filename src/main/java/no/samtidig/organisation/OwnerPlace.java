package no.samtidig.organisation;

import java.util.Optional;

/**
 * An owner as it stands, or as it ended.
 *
 * @param municipality its number, where the owner is one
 * @param successor the owner that took over its units, where it ended so
 * @param revision counts its changes; whoever changes it says which one they have seen
 * @param fictional whether it is made up, and must be shown so
 */
public record OwnerPlace(
        UnitPath path,
        OwnerFacts facts,
        Optional<String> municipality,
        Validity validity,
        Optional<UnitPath> successor,
        int revision,
        boolean fictional) {
    public String name() {
        return facts.name().value();
    }
}
