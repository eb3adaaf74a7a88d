package no.samtidig.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.NoPatients;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The goals of a journey: at most {@link Goal#MOST} alive, whoever adds them, also when two do it at once. */
@Service
public class Goals {
    /** Ids of the instrument's areas, in the order of the patient's path ({@code journey.md} appendix A). */
    public static final List<String> AREAS = List.of(
            "mottak",
            "utredning",
            "forstaelse",
            "behandling",
            "miljo",
            "risiko",
            "barn-familie",
            "samarbeid",
            "medvirkning",
            "kompetanse",
            "ledelse");

    private final GoalStore store;
    private final AuditLog audit;
    private final Clock clock;

    Goals(GoalStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a goal that was to be added. */
    public sealed interface Added {
        record Done(GoalId goal) implements Added {}

        /** Three are alive: one has to go first. */
        record OneTooMany() implements Added {}

        record Refused(Set<Flaw> flaws) implements Added {
            public Refused {
                flaws = Collections.unmodifiableSet(EnumSet.copyOf(flaws));
            }
        }
    }

    /** What can be wrong with a goal; the words stand under {@code goals.flaw.<code>}. */
    public enum Flaw implements Coded {
        NO_AREA("omrade"),
        NO_SENTENCE("mal"),
        LONG_SENTENCE("mal"),
        PATIENT("mal"),
        /** The journey has ended. */
        ENDED("");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        /** The field of the form it is about; empty for none. */
        public String field() {
            return field;
        }
    }

    /** Adds a goal from the results meeting of this month. */
    @Transactional
    public Added add(Journey journey, String area, String sentence, AccountId by) {
        String line = OneLine.of(sentence);
        Set<Flaw> flaws = flaws(journey, area, line);
        if (!flaws.isEmpty()) {
            return new Added.Refused(flaws);
        }
        store.hold(journey.id());
        if (of(journey).size() >= Goal.MOST) {
            return new Added.OneTooMany();
        }
        LocalDate today = LocalDate.now(clock);
        Goal goal =
                new Goal(new GoalId(UUID.randomUUID()), journey.id(), area, line, occasion(journey), today, by, null);
        store.add(goal);
        note(journey, goal.id(), by, ImprovementWorkAction.ADDED_A_GOAL);
        return new Added.Done(goal.id());
    }

    private static Set<Flaw> flaws(Journey journey, String area, String sentence) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (!journey.stage().alive()) {
            flaws.add(Flaw.ENDED);
        }
        if (!AREAS.contains(area)) {
            flaws.add(Flaw.NO_AREA);
        }
        if (sentence.isEmpty()) {
            flaws.add(Flaw.NO_SENTENCE);
        } else if (sentence.length() > Goal.LONGEST) {
            flaws.add(Flaw.LONG_SENTENCE);
        } else if (NoPatients.found(sentence)) {
            flaws.add(Flaw.PATIENT);
        }
        return flaws;
    }

    /** The results meeting whose goals are set today. */
    public Occasion occasion(Journey journey) {
        return Occasion.in(journey.month(LocalDate.now(clock)));
    }

    /** Goals that are alive, in the order they were made. */
    public List<Goal> of(Journey journey) {
        return all(journey).stream().filter(Goal::alive).toList();
    }

    /** Every goal there has been: those alive, then those ended in the order they ended. */
    public List<Goal> all(Journey journey) {
        return store.of(journey.id());
    }

    public Optional<Goal> find(Journey journey, GoalId id) {
        return store.find(journey.id(), id);
    }

    /** What ending a goal came to. */
    public enum Ended {
        DONE,
        /** It had ended before, or is not this journey's. */
        ALREADY,
        /** The note looks like it is about a patient. */
        PATIENT,
        TOO_LONG
    }

    /**
     * Ends a goal.
     *
     * @param note why, in own words; may be empty
     */
    @Transactional
    public Ended end(Journey journey, GoalId id, GoalEnd why, String note, AccountId by) {
        String line = OneLine.of(note);
        if (line.length() > Goal.LONGEST_NOTE) {
            return Ended.TOO_LONG;
        }
        if (NoPatients.found(line)) {
            return Ended.PATIENT;
        }
        store.hold(journey.id());
        if (!store.end(journey.id(), id, new Goal.Ending(LocalDate.now(clock), why, line), by)) {
            return Ended.ALREADY;
        }
        note(journey, id, by, ImprovementWorkAction.ENDED_A_GOAL);
        return Ended.DONE;
    }

    /** Notes that the unit met and chose no goal. A goal added later takes that back. */
    @Transactional
    public void none(Journey journey, Occasion occasion, AccountId by) {
        store.hold(journey.id());
        if (store.none(journey.id(), occasion, LocalDate.now(clock), by)) {
            audit.write(
                    by,
                    ImprovementWorkAction.CHOSE_NO_GOAL,
                    journey.id().value().toString(),
                    new Place.Unit(journey.unit()),
                    List.of());
        }
    }

    /** The occasions at which the unit chose none. */
    public List<Occasion> nones(Journey journey) {
        return store.nones(journey.id());
    }

    /** Whether the meeting of an occasion ended in something: goals, or the word that there are none. Before that no new round opens. */
    public boolean settled(Journey journey, Occasion occasion) {
        return store.nones(journey.id()).contains(occasion)
                || store.of(journey.id()).stream().anyMatch(it -> it.occasion() == occasion);
    }

    private void note(Journey journey, GoalId goal, AccountId by, ImprovementWorkAction what) {
        audit.write(by, what, goal.value().toString(), new Place.Unit(journey.unit()), List.of());
    }
}
