package no.samtidig.improvement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Grant;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitMoved;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journeys: who comes to which, how they begin, and how they move from stage to stage. */
@Service
public class Journeys {
    private final JourneyStore store;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    Journeys(JourneyStore store, Units units, AuditLog audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person at a journey: of the own unit, or the one that was asked for.
     *
     * @param which id of a journey, as typed; null or empty for the own unit's
     * @throws ProblemException not found where there is none, or it is not theirs
     */
    public JourneyVisit visit(Visitor.Person person, @Nullable String which) {
        return own(person, which).orElseThrow(ProblemException::notFound);
    }

    /** The same, empty where the own unit has none. */
    public Optional<JourneyVisit> own(Visitor.Person person, @Nullable String which) {
        Optional<Part> part = part(person.acting());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Optional<Journey> journey;
        if (which == null || which.isEmpty()) {
            journey = part.get() == Part.COACH
                    ? Optional.empty()
                    : store.within(person.acting().scope()).stream().findFirst();
        } else {
            journey = JourneyId.read(which)
                    .flatMap(it -> store.find(it, person.acting().scope()));
        }
        return journey.filter(it -> part.get() != Part.COACH || !works(person, it.unit()))
                .map(it -> new JourneyVisit(it, unit(it), person, part.get()));
    }

    /** Whether the person has a role at the unit too: nobody is both sides of an agreement, a rating or a talk. */
    private static boolean works(Visitor.Person person, UnitPath unit) {
        return person.grants().stream().anyMatch(it -> it.at() instanceof Place.Unit(UnitPath at) && at.equals(unit));
    }

    private Unit unit(Journey journey) {
        return units.whenever(journey.unit()).orElseThrow();
    }

    private static Optional<Part> part(Grant acting) {
        return switch (acting.role()) {
            case UNIT_LEADER -> Optional.of(Part.LEADER);
            case REGIONAL_CONTACT -> Optional.of(Part.COACH);
            case MILIEU_THERAPIST, CLINICIAN -> Optional.of(Part.STAFF);
            case LIVED_EXPERIENCE_CONSULTANT ->
                acting.at() instanceof Place.Unit ? Optional.of(Part.COUNCIL) : Optional.empty();
            case FACILITATOR, EDITOR, PROJECT_LEAD, ADMINISTRATOR -> Optional.empty();
        };
    }

    /** How a change of a journey went. */
    public enum Outcome {
        DONE,
        /** Somebody changed it meanwhile. */
        MEANWHILE,
        /** It cannot go there from where it is. */
        NOT_FROM_HERE,
        /** A no or a stop has one or two reasons. */
        NO_REASON,
        /** A hold ends within {@link Journey#LONGEST_HOLD_WEEKS} weeks, and not in the past. */
        BAD_DAYS
    }

    /**
     * Puts a unit into the pipeline; empty where a journey is alive there.
     *
     * @param by the regional contact who does it, and becomes its coach
     * @param before the ended journey it goes on from
     */
    @Transactional
    public Optional<JourneyId> begin(UnitPath unit, AccountId by, @Nullable JourneyId before) {
        if (store.aliveAt(unit)) {
            return Optional.empty();
        }
        JourneyId id = new JourneyId(UUID.randomUUID());
        LocalDate today = LocalDate.now(clock);
        store.add(id, unit, today, by, before);
        store.move(id, new JourneyMove(null, Stage.INTERESTED, today, by, List.of(), ""), OffsetDateTime.now(clock));
        audit.write(by, JourneyAction.STARTED, id.value().toString(), new Place.Unit(unit), List.of());
        return Optional.of(id);
    }

    /** Moves a journey to another stage. */
    @Transactional
    public Outcome move(Journey journey, Stage to, AccountId by, List<StopReason> reasons, String note) {
        if (!journey.stage().next().contains(to)) {
            return Outcome.NOT_FROM_HERE;
        }
        if (!to.alive() && (reasons.isEmpty() || reasons.size() > 2)) {
            return Outcome.NO_REASON;
        }
        LocalDate today = LocalDate.now(clock);
        Journey moved = new Journey(
                journey.id(),
                journey.unit(),
                to,
                journey.begun(),
                today,
                journey.coach(),
                journey.monthZero(),
                to.alive() ? journey.hold() : null,
                journey.shares(),
                journey.revision());
        if (!store.keep(moved)) {
            return Outcome.MEANWHILE;
        }
        store.move(
                journey.id(),
                new JourneyMove(journey.stage(), to, today, by, to.alive() ? List.of() : reasons, note),
                OffsetDateTime.now(clock));
        audit.write(
                by, JourneyAction.MOVED, journey.id().value().toString(), new Place.Unit(journey.unit()), List.of());
        return Outcome.DONE;
    }

    /** Keeps a journey whose flag, coach, first day or consent was changed. */
    @Transactional
    public Outcome keep(Journey changed, AccountId by) {
        Journey.Hold hold = changed.hold();
        if (hold != null
                && (hold.until().isBefore(hold.from())
                        || hold.until().isAfter(hold.from().plusWeeks(Journey.LONGEST_HOLD_WEEKS)))) {
            return Outcome.BAD_DAYS;
        }
        if (!store.keep(changed)) {
            return Outcome.MEANWHILE;
        }
        audit.write(
                by, JourneyAction.CHANGED, changed.id().value().toString(), new Place.Unit(changed.unit()), List.of());
        return Outcome.DONE;
    }

    /** The first results meeting was held today, whatever else was changed of the journey meanwhile; a later one changes nothing. */
    @Transactional
    public void met(Journey journey, AccountId by) {
        if (store.zero(journey.id(), LocalDate.now(clock))) {
            audit.write(
                    by,
                    JourneyAction.CHANGED,
                    journey.id().value().toString(),
                    new Place.Unit(journey.unit()),
                    List.of());
        }
    }

    /** A journey, whoever asks: for work that nobody in particular has asked for. */
    public Optional<Journey> known(JourneyId id) {
        return store.find(id, new OrganisationScope(List.of(UnitPath.COUNTRY)));
    }

    /** The moves of a journey, the first first. */
    public List<JourneyMove> moves(Journey journey) {
        return store.moves(journey.id());
    }

    @EventListener
    void moved(UnitMoved it) {
        store.follow(it.from(), it.to());
    }
}
