package no.samtidig.administration;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OwnerFacts;
import no.samtidig.organisation.OwnerPlace;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitFacts;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitPlace;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places changed by a person: only within their rights, at the source and at the target, and with a line in the audit log. What they
 * may not change does not exist for them.
 */
@Service
public class ChangingPlaces {
    private final Places places;
    private final PlaceRights rights;
    private final AuditLog audit;

    ChangingPlaces(Places places, PlaceRights rights, AuditLog audit) {
        this.places = places;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    public PlaceOutcome make(Visitor.Person by, OwnerFacts facts, UUID form) {
        return PlaceRights.everything(by)
                ? made(by, PlaceAction.MADE_OWNER, form, () -> places.make(facts, form))
                : new PlaceOutcome.Unknown();
    }

    @Transactional
    public PlaceOutcome make(Visitor.Person by, UnitPath owner, UnitFacts facts, UUID form) {
        if (places.owner(owner).filter(it -> rights.sees(by, it)).isEmpty()) {
            return new PlaceOutcome.Unknown();
        }
        return lies(by, facts)
                ? made(by, PlaceAction.MADE_UNIT, form, () -> places.make(owner, facts, form))
                : new PlaceOutcome.NoSuchCounty();
    }

    @Transactional
    public PlaceOutcome change(Visitor.Person by, UnitPath owner, int revision, OwnerFacts facts) {
        return shapesOwner(by, owner)
                ? noted(by, PlaceAction.CHANGED, places.change(owner, revision, facts))
                : new PlaceOutcome.Unknown();
    }

    /** Somebody who leads the unit, and no more, gives it another name only. */
    @Transactional
    public PlaceOutcome change(Visitor.Person by, UnitPath unit, int revision, UnitFacts facts) {
        UnitPlace it = places.unit(unit).filter(one -> rights.sees(by, one)).orElse(null);
        if (it == null) {
            return new PlaceOutcome.Unknown();
        }
        if (!rights.shapes(by, it)) {
            UnitFacts named = new UnitFacts(
                    facts.name(),
                    it.facts().level(),
                    it.facts().county(),
                    it.facts().municipality(),
                    it.facts().number());
            return noted(by, PlaceAction.CHANGED, places.change(unit, revision, named));
        }
        return lies(by, facts)
                ? noted(by, PlaceAction.CHANGED, places.change(unit, revision, facts))
                : new PlaceOutcome.NoSuchCounty();
    }

    @Transactional
    public PlaceOutcome move(Visitor.Person by, UnitPath unit, int revision, UnitPath to) {
        if (!shapesUnit(by, unit)
                || places.owner(to).filter(it -> rights.sees(by, it)).isEmpty()) {
            return new PlaceOutcome.Unknown();
        }
        PlaceOutcome outcome = noted(by, PlaceAction.MOVED_HERE, places.move(unit, revision, to));
        note(by, PlaceAction.MOVED, outcome, unit);
        return outcome;
    }

    @Transactional
    public PlaceOutcome merge(Visitor.Person by, UnitPath unit, int revision, UnitPath into) {
        if (!shapesUnit(by, unit) || !shapesUnit(by, into)) {
            return new PlaceOutcome.Unknown();
        }
        PlaceOutcome outcome = noted(by, PlaceAction.MERGED_HERE, places.merge(unit, revision, into));
        note(by, PlaceAction.MERGED, outcome, unit);
        return outcome;
    }

    @Transactional
    public PlaceOutcome mergeOwner(Visitor.Person by, UnitPath owner, int revision, UnitPath into) {
        if (!shapesOwner(by, owner) || !shapesOwner(by, into)) {
            return new PlaceOutcome.Unknown();
        }
        PlaceOutcome outcome = noted(by, PlaceAction.MERGED_HERE, places.mergeOwner(owner, revision, into));
        note(by, PlaceAction.MERGED, outcome, owner);
        return outcome;
    }

    @Transactional
    public PlaceOutcome close(Visitor.Person by, UnitPath unit, int revision, LocalDate lastDay) {
        return shapesUnit(by, unit)
                ? noted(by, PlaceAction.CLOSED, places.close(unit, revision, lastDay))
                : new PlaceOutcome.Unknown();
    }

    @Transactional
    public PlaceOutcome closeOwner(
            Visitor.Person by, UnitPath owner, int revision, LocalDate lastDay, boolean withUnits) {
        return shapesOwner(by, owner)
                ? noted(by, PlaceAction.CLOSED, places.closeOwner(owner, revision, lastDay, withUnits))
                : new PlaceOutcome.Unknown();
    }

    @Transactional
    public PlaceOutcome reopen(Visitor.Person by, UnitPath place, int revision) {
        PlaceOutcome outcome = place.depth() == 1
                ? shapesOwner(by, place) ? places.reopenOwner(place, revision) : new PlaceOutcome.Unknown()
                : shapesUnit(by, place) ? places.reopen(place, revision) : new PlaceOutcome.Unknown();
        return noted(by, PlaceAction.REOPENED, outcome);
    }

    /** A form that comes again made nothing this time, and the log does not say that it did. */
    private PlaceOutcome made(Visitor.Person by, PlaceAction what, UUID form, Supplier<PlaceOutcome> making) {
        places.alone();
        boolean again = places.madeBy(form).isPresent();
        PlaceOutcome outcome = making.get();
        return again ? outcome : noted(by, what, outcome);
    }

    private boolean shapesUnit(Visitor.Person by, UnitPath unit) {
        return places.unit(unit).map(it -> rights.shapes(by, it)).orElse(false);
    }

    private boolean shapesOwner(Visitor.Person by, UnitPath owner) {
        return places.owner(owner).map((OwnerPlace it) -> rights.shapes(by, it)).orElse(false);
    }

    private boolean lies(Visitor.Person by, UnitFacts facts) {
        return rights.counties(by).stream().map(County::number).anyMatch(facts.county()::equals);
    }

    private PlaceOutcome noted(Visitor.Person by, PlaceAction action, PlaceOutcome outcome) {
        if (outcome instanceof PlaceOutcome.Done(UnitPath at)) {
            audit.write(by.account(), action, at.value());
        }
        return outcome;
    }

    private void note(Visitor.Person by, PlaceAction action, PlaceOutcome outcome, UnitPath at) {
        if (outcome instanceof PlaceOutcome.Done) {
            audit.write(by.account(), action, at.value());
        }
    }
}
