package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.ProblemException;
import no.samtidig.questionnaire.QuestionnaireText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running rounds: who may run which, making them, saying go, changing their days, closing. A round belongs to everybody whose scope holds
 * all of it; for others it does not exist. Whom it asks is {@link Targeting}'s, what is sent {@link Mailing}'s.
 */
@Service
public class Running {
    private final RoundStore rounds;
    private final RoundListStore lists;
    private final RunningStore store;
    private final Rounds opening;
    private final Recipients recipients;
    private final AuditLog audit;
    private final Clock clock;

    Running(
            RoundStore rounds,
            RoundListStore lists,
            RunningStore store,
            Rounds opening,
            Recipients recipients,
            AuditLog audit,
            Clock clock) {
        this.rounds = rounds;
        this.lists = lists;
        this.store = store;
        this.opening = opening;
        this.recipients = recipients;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the role acted in may run rounds of the purpose: surveys, or those of the own unit that another module makes. */
    public static boolean may(Visitor.Person person, Purpose purpose) {
        return person.acting()
                .role()
                .permissions()
                .contains(purpose.equals(Purpose.GENERAL) ? Permission.RUN_SURVEYS : Permission.RUN_UNIT_ROUNDS);
    }

    /**
     * Rounds of a purpose that lie wholly within the person's scope, if the person may run such, by how far they have come; then those
     * that have begun, ask somebody within it, and are others'. The newest first.
     */
    public RoundList list(Visitor.Person person, Purpose purpose, RoundQuery query) {
        return lists.list(purpose, person.acting().scope(), may(person, purpose), query, LocalDate.now(clock));
    }

    /** The general round, if the person may run it. */
    public Optional<RoundOverview> find(Visitor.Person person, RoundId id) {
        return find(person, Purpose.GENERAL, id);
    }

    /** The round of a purpose, if the person may run it. */
    public Optional<RoundOverview> find(Visitor.Person person, Purpose purpose, RoundId id) {
        return may(person, purpose) && within(person, id)
                ? rounds.find(id).filter(it -> it.purpose().equals(purpose)).map(store::overview)
                : Optional.empty();
    }

    private boolean within(Visitor.Person person, RoundId id) {
        return lists.reach(id, person.acting().scope(), LocalDate.now(clock)).within();
    }

    /** Whether there is a round with this id, whoever may run it. */
    public boolean exists(RoundId id) {
        return rounds.exists(id);
    }

    /** What became of a filled-in round. */
    public sealed interface Made {
        record Done(RoundId round) implements Made {}

        record Refused(Set<RoundDraft.Flaw> flaws) implements Made {
            public Refused {
                flaws = Collections.unmodifiableSet(new LinkedHashSet<>(flaws));
            }
        }
    }

    /** Keeps a new general round. */
    @Transactional
    public Made make(Visitor.Person person, RoundDraft draft, RoundId id) {
        return make(person, Purpose.GENERAL, draft, id);
    }

    /**
     * Keeps a new round. Sent again with the same id, it changes nothing.
     *
     * @param id names it, so that one form makes one round
     * @throws ProblemException not found, where the person may not run what would be made
     */
    @Transactional
    public Made make(Visitor.Person person, Purpose purpose, RoundDraft draft, RoundId id) {
        if (find(person, purpose, id).isPresent()) {
            return new Made.Done(id);
        }
        if (!may(person, purpose) || rounds.exists(id)) {
            throw ProblemException.notFound();
        }
        Set<RoundDraft.Flaw> flaws = EnumSet.noneOf(RoundDraft.Flaw.class);
        flaws.addAll(draft.flaws(LocalDate.now(clock)));
        if (!flaws.contains(RoundDraft.Flaw.NO_PLACE)
                && recipients.units(draft.target()).isEmpty()) {
            flaws.add(RoundDraft.Flaw.NOBODY);
        }
        if (!flaws.isEmpty()
                || draft.questionnaire() == null
                || draft.anonymous() == null
                || draft.opens() == null
                || draft.closes() == null) {
            return new Made.Refused(flaws);
        }
        opening.make(
                new Round(
                        id,
                        draft.name().strip(),
                        draft.questionnaire(),
                        QuestionnaireText.version(draft.questionnaire()),
                        draft.anonymous(),
                        draft.underway(),
                        draft.first(),
                        draft.target(),
                        draft.opens(),
                        draft.closes(),
                        Round.State.DRAFT,
                        purpose),
                person.account());
        if (!within(person, id)) {
            throw ProblemException.notFound(); // and nothing is kept
        }
        audit.write(person.account(), SurveyAction.MADE_ROUND, id.value());
        return new Made.Done(id);
    }

    /**
     * Other days; empty where they were taken.
     *
     * @return what is wrong with them
     */
    @Transactional
    public Set<RoundDraft.Flaw> days(
            Visitor.Person person, Round round, @Nullable LocalDate opens, @Nullable LocalDate closes) {
        boolean open = round.state() == Round.State.OPEN;
        LocalDate first = open ? round.opens() : opens;
        Set<RoundDraft.Flaw> flaws = RoundDraft.days(first, closes, open, LocalDate.now(clock));
        if (flaws.isEmpty() && first != null && closes != null && store.days(round.id(), first, closes)) {
            audit.write(
                    person.account(),
                    SurveyAction.CHANGED_THE_DAYS_OF_ROUND,
                    round.id().value());
        }
        return flaws;
    }

    /** Chooses what must be seen whole; false where the round has opened, for then it stands. */
    @Transactional
    public boolean first(Visitor.Person person, Round round, Round.First first) {
        boolean changed = store.first(round.id(), first);
        if (changed) {
            audit.write(
                    person.account(),
                    SurveyAction.CHANGED_WHAT_IS_SEEN_WHOLE_IN_ROUND,
                    round.id().value());
        }
        return changed;
    }

    /** What pressing "open and invite" came to. */
    public enum Go {
        /** It is open, and invitations are being written. */
        OPENED,
        /** It opens by itself on its day. */
        WAITS,
        /** It was open, or said to be ready, already. */
        ALREADY,
        /** Its last day is over. */
        TOO_LATE,
        /** There is nobody to ask. */
        NOBODY
    }

    @Transactional
    public Go go(Visitor.Person person, Round round) {
        store.lock(round.id());
        RoundOverview now = store.overview(rounds.find(round.id()).orElseThrow());
        LocalDate today = LocalDate.now(clock);
        if (now.round().state() != Round.State.DRAFT || now.ready()) {
            return Go.ALREADY;
        }
        if (now.round().closes().isBefore(today)) {
            return Go.TOO_LATE;
        }
        if (now.standing() == 0 && recipients.people(round.target()).isEmpty()) {
            return Go.NOBODY;
        }
        store.ready(round.id(), OffsetDateTime.now(clock));
        audit.write(person.account(), SurveyAction.OPENED_ROUND, round.id().value());
        if (now.round().opens().isAfter(today)) {
            return Go.WAITS;
        }
        opening.open(round.id());
        return Go.OPENED;
    }

    /** Takes back the go, as long as the day has not come. */
    @Transactional
    public void hold(Visitor.Person person, Round round) {
        store.notReady(round.id());
        audit.write(person.account(), SurveyAction.HELD_BACK_ROUND, round.id().value());
    }

    /** Takes no more answers from now on. */
    @Transactional
    public boolean close(Visitor.Person person, Round round) {
        boolean closed = opening.close(round.id());
        if (closed) {
            audit.write(person.account(), SurveyAction.CLOSED_ROUND, round.id().value());
        }
        return closed;
    }

    /** Throws away a round that never opened, with everything made for it. */
    @Transactional
    public boolean remove(Visitor.Person person, Round round) {
        boolean removed = store.remove(round.id());
        if (removed) {
            audit.write(person.account(), SurveyAction.REMOVED_ROUND, round.id().value());
        }
        return removed;
    }
}
