package no.samtidig.improvement.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.NoPatients;
import no.samtidig.organisation.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreements: written, changed, agreed by both, and taken back. */
@Service
public class Agreements {
    private final AgreementStore store;
    private final Clauses clauses;
    private final AuditLog audit;
    private final Clock clock;

    Agreements(AgreementStore store, Clauses clauses, AuditLog audit, Clock clock) {
        this.store = store;
        this.clauses = clauses;
        this.audit = audit;
        this.clock = clock;
    }

    /** The agreement as it is now; empty where nobody has written one. */
    public Optional<Agreement> of(Journey journey) {
        return store.latest(journey.id())
                .map(it -> new Agreement(it, store.yes(journey.id()), store.ticked(journey.id())));
    }

    /** The days on which its versions were made, the first first. */
    public List<LocalDate> made(Journey journey) {
        return store.made(journey.id());
    }

    /** What became of a change. */
    public sealed interface Kept {
        /** It is the version that holds now. */
        record Done(int version) implements Kept {}

        /** Somebody made another version meanwhile; nothing was kept. */
        record Meanwhile(Agreement.Version theirs) implements Kept {}

        /** There is something in it that looks like a national identity number. */
        record Patients() implements Kept {}

        /** The journey has ended: its agreement stands as it was. */
        record Ended() implements Kept {}
    }

    /**
     * Keeps a text as a new version, unless it is the one that holds.
     *
     * @param basedOn the version it was written from; 0 where there was none
     */
    @Transactional
    public Kept keep(JourneyVisit visit, int basedOn, AgreementText text) {
        Journey journey = visit.journey();
        if (!journey.stage().alive()) {
            return new Kept.Ended();
        }
        if (text.words().anyMatch(NoPatients::found)) {
            return new Kept.Patients();
        }
        Optional<Agreement.Version> now = store.latest(journey.id());
        if (now.isPresent() && now.get().text().equals(text)) {
            return new Kept.Done(now.get().number());
        }
        if (now.isPresent() && now.get().number() != basedOn) {
            return new Kept.Meanwhile(now.get());
        }
        Agreement.Version made = new Agreement.Version(
                basedOn + 1,
                text,
                clauses.all(),
                LocalDate.now(clock),
                visit.person().account());
        if (basedOn != now.map(Agreement.Version::number).orElse(0) || !store.add(journey.id(), made)) {
            return new Kept.Meanwhile(store.latest(journey.id()).orElseThrow());
        }
        write(visit, AgreementAction.CHANGED);
        return new Kept.Done(made.number());
    }

    /** What became of a yes. */
    public enum Said {
        DONE,
        /** The side had said it. */
        ALREADY,
        /** It was to a version that is not the latest any more. */
        MEANWHILE,
        /** The goal is not filled in. */
        NOT_WHOLE,
        /** Whoever said it only reads, or the journey has ended. */
        NOT_YOURS
    }

    /** Says yes for one's side, to the version one has read. */
    @Transactional
    public Said accept(JourneyVisit visit, int version) {
        Optional<Side> side = Side.of(visit.part());
        Optional<Agreement.Version> now = store.latest(visit.journey().id());
        if (side.isEmpty() || now.isEmpty() || !visit.journey().stage().alive()) {
            return Said.NOT_YOURS;
        }
        if (now.get().number() != version) {
            return Said.MEANWHILE;
        }
        if (!now.get().text().goal().whole()) {
            return Said.NOT_WHOLE;
        }
        AccountId by = visit.person().account();
        if (!store.accept(
                visit.journey().id(), version, side.get(), by, LocalDate.now(clock), OffsetDateTime.now(clock))) {
            return Said.ALREADY;
        }
        write(visit, AgreementAction.ACCEPTED);
        return Said.DONE;
    }

    /** Takes one's side's yes back. What has been done stays, and so does the stage: only a person moves a journey. */
    @Transactional
    public boolean withdraw(JourneyVisit visit) {
        boolean taken = Side.of(visit.part())
                .filter(it -> store.withdraw(visit.journey().id(), it, LocalDate.now(clock)))
                .isPresent();
        if (taken) {
            write(visit, AgreementAction.WITHDREW);
        }
        return taken;
    }

    /**
     * Ticks points of the checklist and takes ticks away: what differs between what was shown and what came back, so that two who tick at
     * once both keep theirs.
     */
    @Transactional
    public void tick(JourneyVisit visit, Set<AnchorPoint> shown, Set<AnchorPoint> now) {
        if (Side.of(visit.part()).isEmpty() || !visit.journey().stage().alive()) {
            return;
        }
        boolean changed = false;
        for (AnchorPoint it : AnchorPoint.values()) {
            if (now.contains(it) && !shown.contains(it)) {
                changed |= store.tick(visit.journey().id(), it, visit.person().account(), LocalDate.now(clock));
            } else if (shown.contains(it) && !now.contains(it)) {
                changed |= store.untick(visit.journey().id(), it);
            }
        }
        if (changed) {
            write(visit, AgreementAction.TICKED_THE_CHECKLIST);
        }
    }

    private void write(JourneyVisit visit, AgreementAction what) {
        audit.write(
                visit.person().account(),
                what,
                visit.journey().id().value().toString(),
                new Place.Unit(visit.journey().unit()),
                List.of());
    }
}
