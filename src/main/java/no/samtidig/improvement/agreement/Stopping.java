package no.samtidig.improvement.agreement;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping: either side, any day, with a reason. Everything stays and can be read and printed. */
@Service
public class Stopping {
    private final FarewellStore store;
    private final Journeys journeys;

    Stopping(FarewellStore store, Journeys journeys) {
        this.store = store;
        this.journeys = journeys;
    }

    /** How it ended; empty while it goes on, and where it was stopped elsewhere. */
    public Optional<Farewell> of(Journey journey) {
        return store.of(journey.id());
    }

    /** Where a journey goes that ends now: a unit that was only interested says no. */
    public static Stage end(Stage now) {
        return now == Stage.INTERESTED ? Stage.DECLINED : Stage.STOPPED;
    }

    /**
     * Ends a journey.
     *
     * @param reasons one or two
     * @param note for the two of them; no names
     */
    @Transactional
    public Journeys.Outcome stop(JourneyVisit visit, List<StopReason> reasons, String note, Farewell farewell) {
        Journey journey = visit.journey();
        if (Side.of(visit.part()).isEmpty()) {
            return Journeys.Outcome.NOT_FROM_HERE;
        }
        Journeys.Outcome outcome =
                journeys.move(journey, end(journey.stage()), visit.person().account(), reasons, note);
        if (outcome == Journeys.Outcome.DONE) {
            store.keep(journey.id(), farewell);
        }
        return outcome;
    }
}
