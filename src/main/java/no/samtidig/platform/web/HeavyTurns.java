package no.samtidig.platform.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Few at a time, the next in the order they came, and a bounded row of those who wait, for a bounded time. */
final class HeavyTurns {
    private final Semaphore turns;
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param atOnce so many at work at a time
     * @param waiting so many more may wait
     * @param patience so long each of them
     */
    HeavyTurns(int atOnce, int waiting, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
        this.patience = patience;
    }

    /** Waits for a turn; false where too many wait already, or it did not come in time. Whoever got one gives it back. */
    boolean take() throws InterruptedException {
        if (!places.tryAcquire()) {
            return false;
        }
        boolean taken = false;
        try {
            taken = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!taken) {
                places.release();
            }
        }
        return taken;
    }

    void giveBack() {
        turns.release();
        places.release();
    }

    /** How many wait. */
    int waiting() {
        return turns.getQueueLength();
    }
}
