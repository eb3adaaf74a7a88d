package no.samtidig.access.door;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;

/**
 * The queue before the threads that hash: all who come from one place have one lane, and of a lane one is at work at a time. So whoever
 * stands in another lane waits for one of a crowd, however many they are. A guess at an account that does not exist is in its lane for as
 * long as one at an account that does: several at once tell no more than one.
 */
final class Lanes {
    private final int threads;
    private final Duration patience;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int there;

    private static final class Lane {
        private final Semaphore one = new Semaphore(1, true);
        private int there;
    }

    /**
     * @param threads that hash
     * @param patience so long one stands in a lane; then one is told to come back
     */
    Lanes(int threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    /** Does something when nobody before it in the lane is left; {@link Problem#BUSY} where the lane or the whole queue is full, or too slow. */
    <T> T within(Standing standing, Supplier<T> work) {
        Lane lane = enter(standing);
        try {
            if (!lane.one.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(Problem.BUSY);
            }
            try {
                return work.get();
            } finally {
                lane.one.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.BUSY);
        } finally {
            leave(standing, lane);
        }
    }

    private synchronized Lane enter(Standing standing) {
        Lane lane = standing.lane().isEmpty() ? new Lane() : lanes.getOrDefault(standing.lane(), new Lane());
        if (there >= (standing.turn().places() + 1) * threads
                || lane.there >= standing.turn().placesInALane() * threads) {
            throw new ProblemException(Problem.BUSY);
        }
        if (!standing.lane().isEmpty()) {
            lanes.put(standing.lane(), lane);
        }
        there++;
        lane.there++;
        return lane;
    }

    private synchronized void leave(Standing standing, Lane lane) {
        there--;
        lane.there--;
        if (lane.there == 0) {
            lanes.remove(standing.lane());
        }
    }

    /** How many wait or are at work. */
    synchronized int there() {
        return there;
    }
}
