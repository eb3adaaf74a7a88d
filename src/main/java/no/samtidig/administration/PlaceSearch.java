package no.samtidig.administration;

import java.util.Optional;
import no.samtidig.organisation.OwnerKind;

/**
 * What is asked of the list of places.
 *
 * @param owners whether owners are listed, else units
 * @param words each of which must stand in the name, the owner's name or the organisation number
 * @param kind of the owner
 * @param region code of an RVTS region, for units
 * @param closed whether those that have closed are listed, else those that are open
 * @param withoutLeader whether only units without a leader are
 * @param order column to sort by; empty for by name
 */
public record PlaceSearch(
        boolean owners,
        String words,
        Optional<OwnerKind> kind,
        Optional<String> region,
        boolean closed,
        boolean withoutLeader,
        String order,
        boolean falling,
        int offset,
        int rows) {}
