package no.samtidig.organisation;

import java.util.Optional;

/**
 * What is said about a unit, and can be said otherwise.
 *
 * @param county number of the county it lies in
 * @param municipality number of the municipality it lies in, where that is said; in the county
 */
public record UnitFacts(
        PlaceName name,
        ServiceLevel level,
        String county,
        Optional<String> municipality,
        Optional<OrganisationNumber> number) {}
