package no.samtidig.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units, always asked for through a scope. */
@Service
public class Units {
    private final UnitStore store;
    private final Clock clock;

    Units(UnitStore store, Clock clock, @SuppressWarnings("unused") ReferenceData countiesFirst) {
        this.store = store;
        this.clock = clock;
    }

    /** Units valid today that the scope covers, by name. */
    public List<Unit> within(OrganisationScope scope) {
        return store.within(scope, LocalDate.now(clock));
    }

    /** The unit at this place, if the scope covers it: a unit that is not yours does not exist. */
    public Optional<Unit> at(UnitPath path, OrganisationScope scope) {
        return scope.covers(path) ? store.at(path, LocalDate.now(clock)) : Optional.empty();
    }

    /** The unit at this place, today's or one that has ended, whoever asks. */
    public Optional<Unit> whenever(UnitPath path) {
        return store.whenever(path);
    }

    /** Every unit there is or was, by path. */
    public Map<UnitPath, Unit> known() {
        return store.known();
    }

    /** Where units go on that moved or were merged, as far as today, by where they were. */
    public Map<UnitPath, UnitPath> followed() {
        return store.followed();
    }

    /**
     * What a place covers today; of a region, the units that lie in its counties. With a unit goes what it was before it moved, and what
     * was merged into it.
     */
    public OrganisationScope scope(Place place) {
        return switch (place) {
            case Place.Unit it -> new OrganisationScope(store.andBefore(it.path()));
            case Place.Owner it -> new OrganisationScope(List.of(it.path()));
            case Place.Country it -> new OrganisationScope(List.of(it.path()));
            case Place.Region it -> new OrganisationScope(store.in(it, LocalDate.now(clock)));
        };
    }

    /** The regions of today's three layers, by layer and name. */
    public List<Region> regions() {
        return store.regions(LocalDate.now(clock));
    }

    /** Adds an owner and its units, or brings them up to date. */
    @Transactional
    public void keep(Owner owner) {
        store.keep(owner);
    }

    /**
     * An owner with its units, as data.
     *
     * @param code last part of its path
     * @param number organisation number or municipality number, where there is one
     */
    public record Owner(
            String code,
            OwnerKind kind,
            String name,
            Optional<String> number,
            boolean fictional,
            List<OwnedUnit> units) {
        public Owner {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit of an owner.
     *
     * @param code last part of its path
     * @param county number of the county it lies in
     */
    public record OwnedUnit(String code, String name, String county, ServiceLevel level) {}
}
