package no.samtidig.access;

import java.util.UUID;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;

/**
 * A role at a place.
 *
 * @param id of the grant
 * @param role what it allows
 * @param at where it allows it
 * @param scope what that covers, worked out today
 * @param place the unit, region or country by name, as the person sees it
 */
public record Grant(UUID id, Role role, Place at, OrganisationScope scope, String place) {}
