package no.samtidig.improvement.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** When a unit gets another leader, or another coach takes over. */
@Service
public class LeaderChanges {
    private final LeaderChangeStore store;
    private final Agreements agreements;
    private final Journeys journeys;
    private final AuditLog audit;
    private final Clock clock;

    LeaderChanges(LeaderChangeStore store, Agreements agreements, Journeys journeys, AuditLog audit, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.journeys = journeys;
        this.audit = audit;
        this.clock = clock;
    }

    /** The change that waits for its answer. */
    public Optional<LeaderChange> waiting(Journey journey) {
        return latest(journey).filter(it -> it.answer() == null);
    }

    /** The last change. */
    public Optional<LeaderChange> latest(Journey journey) {
        return store.latest(journey.id());
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Somebody has told of it, or answered, already; or the journey was changed meanwhile. */
        MEANWHILE,
        /** One reads only, or it is not for this side to say. */
        NOT_YOURS
    }

    /** Tells of a new leader: the journey is on hold until the answer comes, four weeks at most. */
    @Transactional
    public Outcome begin(JourneyVisit visit) {
        if (Side.of(visit.part()).isEmpty() || !visit.journey().stage().alive()) {
            return Outcome.NOT_YOURS;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate due = today.plusWeeks(LeaderChange.WEEKS);
        if (!store.add(visit.journey().id(), today, due, visit.person().account())) {
            return Outcome.MEANWHILE;
        }
        write(visit, AgreementAction.HANDED_OVER_TO_A_NEW_LEADER);
        return held(visit, new Journey.Hold(today, due, HoldReason.NEW_LEADER));
    }

    /**
     * The new leader's answer. A yes is a yes to the version read; with changes it is not, before both have said yes to the new version. A
     * no moves nothing: the region talks with the unit, and one of them stops. The hold ends unless the answer is no.
     *
     * @param version the version of the agreement that was read; 0 where there is none
     */
    @Transactional
    public Outcome answer(JourneyVisit visit, LeaderChange.Answer answer, int version) {
        Optional<LeaderChange> waiting = waiting(visit.journey());
        if (!visit.leads() || !visit.journey().stage().alive()) {
            return Outcome.NOT_YOURS;
        }
        if (waiting.isEmpty()
                || !store.answer(waiting.get().id(), answer, visit.person().account(), LocalDate.now(clock))) {
            return Outcome.MEANWHILE;
        }
        if (answer != LeaderChange.Answer.NO) {
            agreements.withdraw(visit);
        }
        if (answer == LeaderChange.Answer.YES
                && version > 0
                && agreements.accept(visit, version) == Agreements.Said.MEANWHILE) {
            return back();
        }
        write(visit, AgreementAction.ANSWERED_AS_NEW_LEADER);
        return answer == LeaderChange.Answer.NO ? Outcome.DONE : held(visit, null);
    }

    /** Takes the journey over as its coach. */
    @Transactional
    public Outcome takeOver(JourneyVisit visit) {
        if (!visit.coaches()) {
            return Outcome.NOT_YOURS;
        }
        if (visit.person().account().equals(visit.journey().coach())) {
            return Outcome.DONE;
        }
        write(visit, AgreementAction.TOOK_OVER_AS_COACH);
        return kept(visit, visit.journey().coachedBy(visit.person().account()));
    }

    private Outcome held(JourneyVisit visit, Journey.@Nullable Hold hold) {
        Journey journey = visit.journey();
        Journey.Hold now = journey.hold();
        boolean ours = now == null || now.reason() == HoldReason.NEW_LEADER || hold != null;
        return ours ? kept(visit, journey.on(hold)) : Outcome.DONE;
    }

    private Outcome kept(JourneyVisit visit, Journey changed) {
        return switch (journeys.keep(changed, visit.person().account())) {
            case DONE -> Outcome.DONE;
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS -> back();
        };
    }

    /** Nothing of it is kept. */
    private static Outcome back() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.MEANWHILE;
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
