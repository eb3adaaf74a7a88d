package no.samtidig.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit does for its goals. The leader adds and changes; whoever owns an action tells how it goes. */
@Service
public class Actions {
    private final ActionStore store;
    private final GoalStore goals;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Actions(ActionStore store, GoalStore goals, Accounts accounts, AuditLog audit, Clock clock) {
        this.store = store;
        this.goals = goals;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them: the open first, by their day. */
    public List<Action> of(Journey journey) {
        return store.of(journey.id());
    }

    /** Whether an action of somebody's goes on and is due by a day, wherever it is. */
    boolean waitFor(AccountId owner, LocalDate by) {
        return store.due(owner, by);
    }

    public Optional<Action> find(Journey journey, ActionId id) {
        return store.find(journey.id(), id);
    }

    /** Who can own an action: everybody who has a role at the unit today, by name. */
    public List<Accounts.Colleague> owners(Journey journey) {
        return accounts.colleaguesAt(List.of(journey.unit())).stream()
                .collect(Collectors.toMap(Accounts.Colleague::account, it -> it, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Whether the person may tell how an action goes: leads, or owns it. Nobody where the journey has ended. */
    public static boolean mayLog(JourneyVisit visit, Action action) {
        return visit.journey().stage().alive()
                && (visit.leads()
                        || ((visit.part() == Part.STAFF || visit.part() == Part.COUNCIL)
                                && action.ownedBy(visit.person().account())));
    }

    /** What became of what was filled in. */
    public sealed interface Kept {
        record Done(ActionId action) implements Kept {}

        record Refused(Set<ActionDraft.Flaw> flaws) implements Kept {
            public Refused {
                flaws = Collections.unmodifiableSet(EnumSet.copyOf(flaws));
            }
        }

        /** Somebody changed it meanwhile; nothing was kept. */
        record Meanwhile(Action now) implements Kept {}
    }

    /** Adds an action to a goal of the journey. */
    @Transactional
    public Kept add(Journey journey, GoalId goal, ActionDraft draft, AccountId by) {
        LocalDate today = LocalDate.now(clock);
        Set<ActionDraft.Flaw> flaws = draft.flaws(today, today);
        owner(journey, draft, flaws);
        goals.hold(journey.id());
        if (!journey.stage().alive()
                || goals.find(journey.id(), goal).filter(Goal::alive).isEmpty()) {
            flaws.add(ActionDraft.Flaw.ENDED);
        } else if (store.going(goal) >= Action.MOST) {
            flaws.add(ActionDraft.Flaw.TOO_MANY);
        }
        if (!flaws.isEmpty()) {
            return new Kept.Refused(flaws);
        }
        ActionId id = new ActionId(UUID.randomUUID());
        store.add(id, goal, draft, by, today);
        note(journey, id, by, ImprovementWorkAction.ADDED_AN_ACTION);
        return new Kept.Done(id);
    }

    private void owner(Journey journey, ActionDraft draft, Set<ActionDraft.Flaw> flaws) {
        boolean one = draft.owner() != null
                && owners(journey).stream().anyMatch(it -> it.account().value().equals(draft.owner()));
        if (one == draft.everybody()) {
            flaws.add(ActionDraft.Flaw.NO_OWNER);
        }
    }

    /**
     * Changes an action.
     *
     * @param revision as the form had it
     */
    @Transactional
    public Kept change(Journey journey, Action before, int revision, ActionDraft draft, AccountId by) {
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = before.due().isBefore(today) ? before.due() : today; // one that is late can keep its day
        Set<ActionDraft.Flaw> flaws = draft.flaws(earliest, today);
        owner(journey, draft, flaws);
        if (!journey.stage().alive()) {
            flaws.add(ActionDraft.Flaw.ENDED);
        }
        if (!flaws.isEmpty()) {
            return new Kept.Refused(flaws);
        }
        if (!store.change(before.id(), revision, draft, by, today)) {
            return new Kept.Meanwhile(store.find(journey.id(), before.id()).orElseThrow());
        }
        note(journey, before.id(), by, ImprovementWorkAction.CHANGED_AN_ACTION);
        return new Kept.Done(before.id());
    }

    /** What can be wrong with a line in the log or a reason; the words stand under {@code actions.log.<code>}. */
    public enum Flaw implements Coded {
        NO_SIGN("sett"),
        LONG_TRIED("provde"),
        PATIENT_IN_TRIED("provde"),
        LONG_SAW("sa"),
        PATIENT_IN_SAW("sa"),
        LONG_NEXT("neste"),
        PATIENT_IN_NEXT("neste"),
        NO_DECISION("valg"),
        NO_REASON("grunn"),
        LONG_REASON("grunn"),
        PATIENT_IN_REASON("grunn");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        /** The field of the form it is about. */
        public String field() {
            return field;
        }
    }

    /** Writes a line in the log, and how far the sign is seen; returns what is wrong, and then nothing was kept. */
    @Transactional
    public Set<Flaw> log(
            Journey journey,
            ActionId id,
            Optional<SignSeen> seen,
            String tried,
            String saw,
            String next,
            AccountId by) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        ActionNote note = new ActionNote(
                LocalDate.now(clock),
                by,
                seen.orElse(SignSeen.NOT_YET),
                OneLine.of(tried),
                OneLine.of(saw),
                OneLine.of(next));
        if (seen.isEmpty()) {
            flaws.add(Flaw.NO_SIGN);
        }
        text(flaws, note.tried(), Flaw.LONG_TRIED, Flaw.PATIENT_IN_TRIED);
        text(flaws, note.saw(), Flaw.LONG_SAW, Flaw.PATIENT_IN_SAW);
        text(flaws, note.next(), Flaw.LONG_NEXT, Flaw.PATIENT_IN_NEXT);
        if (flaws.isEmpty()) {
            store.log(id, note, OffsetDateTime.now(clock));
            note(journey, id, by, ImprovementWorkAction.LOGGED_AN_ACTION);
        }
        return flaws;
    }

    /** Keeps, changes or drops an action, with a reason; returns what is wrong, and then nothing was kept. */
    @Transactional
    public Set<Flaw> look(Journey journey, ActionId id, Optional<Decision> decision, String reason, AccountId by) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        String line = OneLine.of(reason);
        if (decision.isEmpty()) {
            flaws.add(Flaw.NO_DECISION);
        }
        if (line.isEmpty()) {
            flaws.add(Flaw.NO_REASON);
        }
        text(flaws, line, Flaw.LONG_REASON, Flaw.PATIENT_IN_REASON);
        if (flaws.isEmpty()) {
            store.look(
                    id,
                    new ActionLook(LocalDate.now(clock), by, decision.orElseThrow(), line),
                    OffsetDateTime.now(clock));
            note(journey, id, by, ImprovementWorkAction.LOOKED_AT_AN_ACTION);
        }
        return flaws;
    }

    private static void text(Set<Flaw> flaws, String text, Flaw tooLong, Flaw patient) {
        if (text.length() > ActionNote.LONGEST) {
            flaws.add(tooLong);
        } else if (NoPatients.found(text)) {
            flaws.add(patient);
        }
    }

    /** Its log, the newest first. */
    public List<ActionNote> notes(ActionId id) {
        return store.notes(id);
    }

    /** When it was kept, changed or dropped, the newest first. */
    public List<ActionLook> looks(ActionId id) {
        return store.looks(id);
    }

    private void note(Journey journey, ActionId id, AccountId by, ImprovementWorkAction what) {
        audit.write(by, what, id.value().toString(), new Place.Unit(journey.unit()), List.of());
    }
}
