package no.samtidig.access;

import java.util.UUID;
import no.samtidig.organisation.OrganisationScope;

/**
 * A role on a scope.
 *
 * @param id of the grant
 * @param role what it allows
 * @param scope where it allows it, worked out today
 * @param place the unit, region or country by name, as the person sees it
 */
public record Grant(UUID id, Role role, OrganisationScope scope, String place) {}
