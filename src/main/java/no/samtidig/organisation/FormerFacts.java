package no.samtidig.organisation;

import java.util.Optional;

/**
 * What was said about a place before it was changed.
 *
 * @param number an organisation number
 * @param kind of an owner
 * @param level of a unit
 * @param county number of a unit's county
 * @param municipality number of a unit's municipality
 */
public record FormerFacts(
        Validity validity,
        String name,
        Optional<String> number,
        Optional<OwnerKind> kind,
        Optional<ServiceLevel> level,
        Optional<String> county,
        Optional<String> municipality) {}
