package no.samtidig.administration;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;

/**
 * An owner or a unit in a list.
 *
 * @param owner name of a unit's owner; empty for an owner
 * @param kind of the owner
 * @param level of a unit
 * @param county name of a unit's county; empty for an owner
 * @param leaders how many lead a unit
 * @param units how many open units an owner has
 * @param to the first day on which it is no more, where one is set
 * @param follows whether it goes on elsewhere
 */
public record PlaceLine(
        UnitPath path,
        String name,
        String owner,
        OwnerKind kind,
        Optional<ServiceLevel> level,
        String county,
        int leaders,
        int units,
        Optional<LocalDate> to,
        boolean follows) {}
