package no.samtidig.organisation;

import java.util.Optional;

/** What is said about an owner, and can be said otherwise. */
public record OwnerFacts(PlaceName name, OwnerKind kind, Optional<OrganisationNumber> number) {}
