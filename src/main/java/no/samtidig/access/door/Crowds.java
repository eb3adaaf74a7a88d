package no.samtidig.access.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import no.samtidig.platform.Rates;
import org.springframework.stereotype.Component;

/**
 * Addresses from which many wrong passwords come. A hospital is one address, so none is ever shut out: tries from devices we do not
 * know come last in the queue there, and who is refused there gets the answer later. A right password is never slowed.
 */
@Component
public class Crowds {
    /** So many wrong ones at an address count at most; they are forgotten evenly in the time. */
    static final Rates.Limit WRONG = new Rates.Limit("wrong-at-the-door", 500, Duration.ofMinutes(15));

    /** More than this is a crowd: twice what a morning at a large hospital gives (a tenth of 300 sign-ins wrong, in a quarter of an hour). */
    static final int CROWD = 60;

    /** So many wrong ones are answered as soon as may be; from then on each comes a little later than the last. */
    static final int CALM = 20;

    private static final int LATER_MILLIS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** As many as wait for a late answer at once; the rest get it at once, for waiting takes memory too. */
    private static final Semaphore LATE = new Semaphore(2_000);

    private final Rates rates;

    Crowds(Rates rates) {
        this.rates = rates;
    }

    /** Where somebody at the door stands: who is known in a lane of their device, others in that of their network address. */
    public Standing standing(KnownDevices.Source from, String address) {
        return from.known()
                ? new Standing(Turn.FIRST, from.place())
                : Standing.at(rates.from(WRONG, address) > CROWD ? Turn.LAST : Turn.SECOND, address);
    }

    /** Counts a refusal at an address, and holds it back there: the longer, the more there have been. */
    public void refused(String address) {
        Duration late = late(rates.from(WRONG, address));
        rates.admitsFrom(WRONG, address);
        if (late.isPositive() && LATE.tryAcquire()) {
            try {
                Thread.sleep(late);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                LATE.release();
            }
        }
    }

    static Duration late(int wrong) {
        Duration late = Duration.ofMillis((long) LATER_MILLIS * Math.max(0, wrong - CALM));
        return late.compareTo(LONGEST) > 0 ? LONGEST : late;
    }
}
