package no.samtidig.improvement.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Part;
import no.samtidig.organisation.Place;
import no.samtidig.platform.mail.Daytime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The talks of a journey. Leader and coach plan, move, cancel and write them, each alike. */
@Service
public class Coaching {
    /** After so many cancelled in a row the coach phones the leader. */
    public static final int CANCELLED_IN_A_ROW = 3;

    /** In this month of the journey the unit begins to lead its talks. */
    public static final int UNIT_LEADS_FROM_MONTH = 15;

    private static final int SIX_WEEKS = 6;

    private final TalkStore store;
    private final AuditLog audit;
    private final Clock clock;

    Coaching(TalkStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** All talks by day. */
    public List<Talk> of(Journey journey) {
        return store.of(journey.id());
    }

    public Optional<Talk> find(Journey journey, TalkId id) {
        return store.find(journey.id(), id);
    }

    /** How planning, moving or cancelling went. */
    public enum Outcome {
        DONE,
        /** There is a plan already, or the talk is held or cancelled. */
        ALREADY,
        /** The first results meeting is not held, or the rule does not ask for more talks. */
        NOT_NOW,
        /** A weekend, a public holiday, a day that is over, or too far away. */
        BAD_DAY,
        /** Somebody changed it meanwhile. */
        MEANWHILE
    }

    /** Proposes all talks from a first day on. */
    @Transactional
    public Outcome plan(Journey journey, LocalDate first, LocalTime starts, AccountId by) {
        store.hold(journey.id());
        if (journey.monthZero() == null || !journey.stage().alive()) {
            return Outcome.NOT_NOW;
        }
        if (!store.of(journey.id()).isEmpty()) {
            return Outcome.ALREADY;
        }
        if (!fine(first)) {
            return Outcome.BAD_DAY;
        }
        TalkPlan.from(first).forEach(it -> store.add(journey.id(), it, starts));
        note(journey, journey.id().value().toString(), by, CoachingAction.PLANNED_TALKS);
        return Outcome.DONE;
    }

    private boolean fine(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return Daytime.working(day) && !day.isBefore(today) && !day.isAfter(today.plusMonths(Journey.MONTHS + 6L));
    }

    /** Keeps the rhythm for six weeks more, where the rule asks for it: three talks more, and those a month apart come six weeks later. */
    @Transactional
    public Outcome more(Journey journey, AccountId by) {
        store.hold(journey.id());
        List<Talk> talks = store.of(journey.id());
        if (!journey.stage().alive() || Rhythm.of(talks) != Rhythm.SIX_WEEKS_MORE) {
            return Outcome.NOT_NOW;
        }
        LocalDate today = LocalDate.now(clock);
        Talk last = Rhythm.fortnightly(talks).getLast();
        for (Talk it : talks.subList(Rhythm.fortnightly(talks).size(), talks.size())) {
            store.move(it.id(), it.revision(), TalkPlan.working(it.day().plusWeeks(SIX_WEEKS)), it.starts());
        }
        TalkPlan.more(last.day().isBefore(today) ? today : last.day())
                .forEach(it -> store.add(journey.id(), it, last.starts()));
        note(journey, journey.id().value().toString(), by, CoachingAction.ADDED_TALKS);
        return Outcome.DONE;
    }

    /** Moves a planned talk to another day. */
    @Transactional
    public Outcome move(Journey journey, Talk talk, int revision, LocalDate day, LocalTime starts, AccountId by) {
        if (!talk.planned() || !journey.stage().alive()) {
            return Outcome.ALREADY;
        }
        if (!fine(day)) {
            return Outcome.BAD_DAY;
        }
        if (!store.move(talk.id(), revision, day, starts)) {
            return Outcome.MEANWHILE;
        }
        note(journey, talk.id().value().toString(), by, CoachingAction.MOVED_A_TALK);
        return Outcome.DONE;
    }

    /** Cancels a planned talk. It counts among the planned ones. */
    @Transactional
    public Outcome cancel(Journey journey, Talk talk, int revision, CancelledBy who, AccountId by) {
        if (!talk.planned() || !journey.stage().alive()) {
            return Outcome.ALREADY;
        }
        if (!store.cancel(talk.id(), revision, who)) {
            return Outcome.MEANWHILE;
        }
        note(journey, talk.id().value().toString(), by, CoachingAction.CANCELLED_A_TALK);
        return Outcome.DONE;
    }

    /** What became of a note. */
    public sealed interface Noted {
        record Done() implements Noted {}

        record Refused(TalkNote.Flaw flaw) implements Noted {}

        /** Somebody changed it meanwhile; nothing was kept. */
        record Meanwhile(Talk now) implements Noted {}
    }

    /** Writes the note of a talk whose day has come; with it the talk is held. */
    @Transactional
    public Noted note(Journey journey, Talk talk, int revision, TalkNote note, AccountId by) {
        Optional<TalkNote.Flaw> flaw = note.flaw();
        if (flaw.isPresent()) {
            return new Noted.Refused(flaw.get());
        }
        if (!store.note(talk.id(), revision, note, by, LocalDate.now(clock))) {
            return new Noted.Meanwhile(store.find(journey.id(), talk.id()).orElseThrow());
        }
        note(journey, talk.id().value().toString(), by, CoachingAction.NOTED_A_TALK);
        return new Noted.Done();
    }

    /** Says that the note was read aloud, and agrees to it; false where it was changed since. */
    @Transactional
    public boolean agree(Journey journey, Talk talk, int revision, Part part, AccountId by) {
        boolean agreed = talk.held() && store.agree(talk.id(), revision, part, LocalDate.now(clock));
        if (agreed) {
            note(journey, talk.id().value().toString(), by, CoachingAction.AGREED_TO_A_NOTE);
        }
        return agreed;
    }

    /** Whether the unit leads the talk, and the coach listens. */
    public static boolean unitLeads(Journey journey, Talk talk) {
        return journey.month(talk.day())
                .filter(it -> it >= UNIT_LEADS_FROM_MONTH)
                .isPresent();
    }

    private void note(Journey journey, String subject, AccountId by, CoachingAction what) {
        audit.write(by, what, subject, new Place.Unit(journey.unit()), List.of());
    }
}
