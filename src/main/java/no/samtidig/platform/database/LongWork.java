package no.samtidig.platform.database;

/**
 * Work that may take longer than a request: a job, an export of very much, what an operator starts by hand. It has connections of its
 * own, whose statements may take minutes; everything else is stopped after the few seconds of {@code samtidig.database.patience}.
 *
 * <p>Begin it outside a transaction: a transaction stays on the connection it began with. It counts for the calling thread only.
 */
public final class LongWork {
    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();

    private LongWork() {}

    public static void run(Runnable work) {
        ScopedValue.where(UNDER_WAY, true).run(work);
    }

    /** The same for what gives something back. */
    public static <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(UNDER_WAY, true).call(work);
    }

    static boolean underWay() {
        return UNDER_WAY.isBound();
    }
}
