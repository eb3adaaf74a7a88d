package no.samtidig.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owners and units over the years: making, renaming, moving, merging and closing them. Who may do so is not known here. A path never
 * changes: what moves ends where it was and goes on at a path of its own, as {@link UnitMoved} tells (ADR 0032).
 */
@Service
public class Places {
    /** So many days after a place closed it can be opened again. */
    public static final int REOPENS = 30;

    /** Days ahead that a closing can be planned, at most. */
    public static final int AHEAD = 366;

    private final PlaceStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Places(
            PlaceStore store,
            Clock clock,
            ApplicationEventPublisher events,
            @SuppressWarnings("unused") ReferenceData countiesFirst) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    public Optional<OwnerPlace> owner(UnitPath at) {
        return store.owner(at);
    }

    public Optional<UnitPlace> unit(UnitPath at) {
        return store.unit(at);
    }

    /** Owners that are open today, by name. */
    public List<OwnerPlace> owners() {
        return store.owners(today());
    }

    /** Units of the owner that are open today, by name. */
    public List<UnitPlace> unitsOf(UnitPath owner) {
        return store.unitsOf(owner, today());
    }

    /** Units of the scope that are open today, by owner and name. */
    public List<UnitPlace> within(OrganisationScope scope) {
        return store.within(scope, today());
    }

    /** Where the unit was before it moved here, and what was merged into it; the latest first. */
    public List<UnitPath> before(UnitPath unit) {
        return store.before(unit);
    }

    /** What was said of the place before, the latest first. */
    public List<FormerFacts> history(UnitPath place) {
        return store.history(place);
    }

    /** Nobody else changes places until the caller's transaction ends: what is planned on what there is can then be done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        store.alone();
    }

    /** The place that a form made. */
    public Optional<UnitPath> madeBy(UUID form) {
        return store.madeBy(form);
    }

    /**
     * Makes an owner.
     *
     * @param form names the form, so that the same one sent twice makes one
     */
    @Transactional
    public PlaceOutcome make(OwnerFacts facts, UUID form) {
        store.alone();
        return store.madeBy(form).<PlaceOutcome>map(PlaceOutcome.Done::new).orElseGet(() -> {
            PlaceOutcome wrong = wrong(facts, null);
            if (wrong != null) {
                return wrong;
            }
            UnitPath path = store.freeBelow(UnitPath.COUNTRY, facts.name());
            store.add(path, facts, today(), form);
            return new PlaceOutcome.Done(path);
        });
    }

    /**
     * Makes a unit of the owner.
     *
     * @param form names the form, so that the same one sent twice makes one
     */
    @Transactional
    public PlaceOutcome make(UnitPath owner, UnitFacts facts, UUID form) {
        store.alone();
        return store.madeBy(form)
                .<PlaceOutcome>map(PlaceOutcome.Done::new)
                .orElseGet(() -> onOpen(owner, open -> {
                    PlaceOutcome wrong = wrong(open.path(), facts, null);
                    if (wrong != null) {
                        return wrong;
                    }
                    UnitPath path = store.freeBelow(open.path(), facts.name());
                    store.add(path, open.path(), facts, today(), form);
                    events.publishEvent(new PlacesChanged());
                    return new PlaceOutcome.Done(path);
                }));
    }

    /** Makes a unit of which a plan, made after {@link #alone}, has found that it is in order: thousands come from one file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UnitPath makePlanned(UnitPath owner, UnitFacts facts, UUID form) {
        UnitPath path = store.freeBelow(owner, facts.name());
        store.add(path, owner, facts, today(), form);
        events.publishEvent(new PlacesChanged());
        return path;
    }

    /** Says otherwise what an owner is. */
    @Transactional
    public PlaceOutcome change(UnitPath owner, int revision, OwnerFacts facts) {
        store.alone();
        OwnerPlace it = store.owner(owner).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (it.revision() != revision) {
            return new PlaceOutcome.Stale();
        }
        PlaceOutcome wrong = !it.validity().on(today()) ? new PlaceOutcome.Ended(it.name()) : wrong(facts, owner);
        if (wrong == null && !it.facts().equals(facts)) {
            store.change(owner, facts, today());
        }
        return wrong == null ? new PlaceOutcome.Done(owner) : wrong;
    }

    /** Says otherwise what a unit is. */
    @Transactional
    public PlaceOutcome change(UnitPath unit, int revision, UnitFacts facts) {
        store.alone();
        UnitPlace it = store.unit(unit).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (it.revision() != revision) {
            return new PlaceOutcome.Stale();
        }
        PlaceOutcome wrong =
                !it.validity().on(today()) ? new PlaceOutcome.Ended(it.name()) : wrong(it.owner(), facts, unit);
        if (wrong == null && !it.facts().equals(facts)) {
            store.change(unit, facts, today());
            events.publishEvent(new PlacesChanged());
            if (!it.facts().name().equals(facts.name())) {
                events.publishEvent(new UnitRenamed(unit, facts.name().value()));
            }
        }
        return wrong == null ? new PlaceOutcome.Done(unit) : wrong;
    }

    /** Gives a unit another owner, from today. */
    @Transactional
    public PlaceOutcome move(UnitPath unit, int revision, UnitPath owner) {
        store.alone();
        return onOpenUnit(
                unit,
                revision,
                it -> onOpen(owner, to -> {
                    if (to.path().equals(it.owner())) {
                        return new PlaceOutcome.Same();
                    }
                    if (store.unitCalled(to.path(), it.facts().name(), null, today())) {
                        return new PlaceOutcome.NameTaken();
                    }
                    return new PlaceOutcome.Done(moved(it, to.path()));
                }));
    }

    private UnitPath moved(UnitPlace it, UnitPath owner) {
        UnitPath path = store.freeBelow(owner, it.facts().name());
        store.add(path, owner, it.facts(), today(), null);
        store.end(it.path(), today(), path);
        events.publishEvent(new UnitMoved(it.path(), path, it.name()));
        return path;
    }

    /** Merges a unit into another, from today. */
    @Transactional
    public PlaceOutcome merge(UnitPath unit, int revision, UnitPath into) {
        store.alone();
        return onOpenUnit(unit, revision, it -> {
            UnitPlace to = store.unit(into).orElse(null);
            if (to == null) {
                return new PlaceOutcome.Unknown();
            }
            if (to.validity().to().isPresent()) {
                return new PlaceOutcome.Ended(to.name());
            }
            if (into.equals(unit)) {
                return new PlaceOutcome.Same();
            }
            if (!to.owner().equals(it.owner())) {
                return new PlaceOutcome.Unknown(); // it has to be moved first (ADR 0032)
            }
            store.end(unit, today(), into);
            events.publishEvent(new UnitMoved(unit, into, to.name()));
            return new PlaceOutcome.Done(into);
        });
    }

    /** Merges an owner into another, from today: its open units move there, and it ends. */
    @Transactional
    public PlaceOutcome mergeOwner(UnitPath owner, int revision, UnitPath into) {
        store.alone();
        return onOpenOwner(
                owner,
                revision,
                it -> onOpen(into, to -> {
                    if (into.equals(owner)) {
                        return new PlaceOutcome.Same();
                    }
                    List<UnitPlace> units = store.unitsOf(owner, today());
                    List<String> twice = units.stream()
                            .filter(unit -> store.unitCalled(into, unit.facts().name(), null, today()))
                            .map(UnitPlace::name)
                            .toList();
                    if (!twice.isEmpty()) {
                        return new PlaceOutcome.HasUnits(twice);
                    }
                    units.forEach(unit -> moved(unit, into));
                    store.endOwner(owner, today(), into);
                    return new PlaceOutcome.Done(into);
                }));
    }

    /** Closes a unit. Until that day has passed nothing changes, and it can be taken back. */
    @Transactional
    public PlaceOutcome close(UnitPath unit, int revision, LocalDate lastDay) {
        store.alone();
        return onOpenUnit(unit, revision, it -> {
            if (wrong(lastDay)) {
                return new PlaceOutcome.WrongDay();
            }
            store.end(unit, lastDay.plusDays(1), null);
            return new PlaceOutcome.Done(unit);
        });
    }

    /**
     * Closes an owner.
     *
     * @param withUnits whether its open units close with it; without that, an owner that has some is not closed
     */
    @Transactional
    public PlaceOutcome closeOwner(UnitPath owner, int revision, LocalDate lastDay, boolean withUnits) {
        store.alone();
        return onOpenOwner(owner, revision, it -> {
            if (wrong(lastDay)) {
                return new PlaceOutcome.WrongDay();
            }
            LocalDate to = lastDay.plusDays(1);
            List<UnitPlace> later = store.unitsOf(owner, today()).stream()
                    .filter(unit -> unit.validity().to().map(to::isBefore).orElse(true))
                    .toList();
            if (!later.isEmpty() && !withUnits) {
                return new PlaceOutcome.HasUnits(
                        later.stream().map(UnitPlace::name).toList());
            }
            later.forEach(unit -> store.end(unit.path(), to, null));
            store.endOwner(owner, to, null);
            return new PlaceOutcome.Done(owner);
        });
    }

    /** Whether a place that is closed, or will be, can be opened again: for {@link #REOPENS} days, unless it goes on elsewhere. */
    public boolean reopens(Validity validity, Optional<UnitPath> successor) {
        return successor.isEmpty()
                && validity.to()
                        .map(it -> !today().isAfter(it.plusDays(REOPENS)))
                        .orElse(false);
    }

    /** Takes a closing back. */
    @Transactional
    public PlaceOutcome reopen(UnitPath unit, int revision) {
        store.alone();
        UnitPlace it = store.unit(unit).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (it.revision() != revision || !reopens(it.validity(), it.successor())) {
            return new PlaceOutcome.Stale();
        }
        return onOpen(it.owner(), owner -> {
            if (store.unitCalled(owner.path(), it.facts().name(), unit, today())) {
                return new PlaceOutcome.NameTaken();
            }
            store.end(unit, null, null);
            events.publishEvent(new PlacesChanged());
            return new PlaceOutcome.Done(unit);
        });
    }

    /** Takes the closing of an owner back, and of the units that close on the same day. */
    @Transactional
    public PlaceOutcome reopenOwner(UnitPath owner, int revision) {
        store.alone();
        OwnerPlace it = store.owner(owner).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (it.revision() != revision || !reopens(it.validity(), it.successor())) {
            return new PlaceOutcome.Stale();
        }
        if (store.ownerCalled(it.facts().name(), owner, today())) {
            return new PlaceOutcome.NameTaken();
        }
        store.reopenUnits(owner, it.validity().to().orElseThrow());
        store.endOwner(owner, null, null);
        events.publishEvent(new PlacesChanged());
        return new PlaceOutcome.Done(owner);
    }

    private interface OnOwner {
        PlaceOutcome on(OwnerPlace owner);
    }

    private interface OnUnit {
        PlaceOutcome on(UnitPlace unit);
    }

    private PlaceOutcome onOpen(UnitPath owner, OnOwner what) {
        OwnerPlace it = store.owner(owner).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        return it.validity().to().isPresent() ? new PlaceOutcome.Ended(it.name()) : what.on(it);
    }

    private PlaceOutcome onOpenOwner(UnitPath owner, int revision, OnOwner what) {
        return onOpen(owner, it -> it.revision() == revision ? what.on(it) : new PlaceOutcome.Stale());
    }

    private PlaceOutcome onOpenUnit(UnitPath unit, int revision, OnUnit what) {
        UnitPlace it = store.unit(unit).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (it.revision() != revision) {
            return new PlaceOutcome.Stale();
        }
        return it.validity().to().isPresent() ? new PlaceOutcome.Ended(it.name()) : what.on(it);
    }

    private @Nullable PlaceOutcome wrong(OwnerFacts facts, @Nullable UnitPath but) {
        return store.ownerCalled(facts.name(), but, today())
                ? new PlaceOutcome.NameTaken()
                : taken(facts.number(), but);
    }

    private @Nullable PlaceOutcome wrong(UnitPath owner, UnitFacts facts, @Nullable UnitPath but) {
        if (!store.county(facts.county(), facts.municipality())) {
            return new PlaceOutcome.NoSuchCounty();
        }
        return store.unitCalled(owner, facts.name(), but, today())
                ? new PlaceOutcome.NameTaken()
                : taken(facts.number(), but);
    }

    private @Nullable PlaceOutcome taken(Optional<OrganisationNumber> number, @Nullable UnitPath but) {
        return number.flatMap(it -> store.withNumber(it, but))
                .map(PlaceOutcome.NumberTaken::new)
                .orElse(null);
    }

    private boolean wrong(LocalDate lastDay) {
        return lastDay.isBefore(today()) || lastDay.isAfter(today().plusDays(AHEAD));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
