package no.samtidig.access.door;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks hashes of passwords (Argon2id), on threads of its own: one fewer than there are cores, so that a core is left for
 * pages whatever is tried at the door. Who waits stands in one bounded queue, by {@link Turn} and then one from each lane ({@link
 * Lanes}); where it is full, {@link Problem#BUSY} is thrown at once. Nobody may wait here with a transaction open.
 *
 * <p>The cost is one of those OWASP's Password Storage Cheat Sheet gives as equally strong (m = 7 MiB, t = 5, p = 1): of them the one
 * that touches least memory, which is the fastest for us and spares the caches of everybody else.
 */
@Component
public class PasswordHashing implements DisposableBean {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 7 * 1024;
    private static final int ITERATIONS = 5;

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);

    /** So long somebody waits for those before them from the same place. On a machine with nothing else to do it is a second at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of the hashes that are only pretended, one in so many is made, so that we know how long one takes just now. */
    private static final int MEASURED = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);
    private final PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>(
            Turn.LAST.places() * THREADS,
            Comparator.comparing((Runnable it) -> ((Job<?>) it).turn).thenComparingLong(it -> ((Job<?>) it).number));
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            queue,
            Thread.ofPlatform().daemon().name("password-hashing-", 0).factory());
    private final Lanes lanes = new Lanes(THREADS, PATIENCE);
    private final AtomicLong came = new AtomicLong();
    /** How long the last ones took, in nanoseconds. */
    private final AtomicLongArray took = new AtomicLongArray(MEASURED);

    private final AtomicLong made = new AtomicLong();
    /** Begun at once and awaited by the first who needs it: on a cold machine it takes long, and the start does not wait for it. */
    private final Job<String> nobodys = new Job<>(
            Turn.FIRST,
            came.incrementAndGet(),
            measured(() -> Objects.requireNonNull(encoder.encode("nobody's password"))));

    PasswordHashing() {
        threads.execute(nobodys);
    }

    /** A hash to be kept. */
    public String hash(String password, Standing standing) {
        return Objects.requireNonNull(inTurn(standing, measured(() -> encoder.encode(password))));
    }

    /**
     * Whether a password fits.
     *
     * @param hash null where there is none, because there is no such account or it has no password: then it does not fit, nothing is
     *     hashed, and it takes as long
     */
    public boolean matches(String password, @Nullable String hash, Standing standing) {
        if (hash != null) {
            return inTurn(standing, measured(() -> encoder.matches(password, hash)));
        }
        String nobodys = result(this.nobodys);
        if (RANDOM.nextInt(MEASURED) == 0) {
            inTurn(standing, measured(() -> encoder.matches(password, nobodys)));
            return false;
        }
        return lanes.within(standing, () -> {
            onThread(standing.turn(), () -> true);
            pause(took.get(RANDOM.nextInt((int) Math.min(made.get(), MEASURED))));
            return false;
        });
    }

    /** Whether a hash is of another cost than today's. */
    public boolean old(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Makes a hash when nobody else waits, and gives it away; where the queue is full, not at all: the next time will do. */
    public void hashLater(String password, Consumer<String> then) {
        if (lanes.there() < Turn.LAST.places() * THREADS / 2) {
            threads.execute(new Job<>(Turn.LAST, came.incrementAndGet(), () -> {
                then.accept(Objects.requireNonNull(encoder.encode(password)));
                return true;
            }));
        }
    }

    private <T> Callable<T> measured(Callable<T> work) {
        return () -> {
            long began = System.nanoTime();
            T result = work.call();
            took.set((int) (made.getAndIncrement() % MEASURED), System.nanoTime() - began);
            return result;
        };
    }

    <T> T inTurn(Standing standing, Callable<T> work) {
        return lanes.within(standing, () -> onThread(standing.turn(), work));
    }

    private <T> T onThread(Turn turn, Callable<T> work) {
        Job<T> job = new Job<>(turn, came.incrementAndGet(), work);
        threads.execute(job);
        return result(job);
    }

    private static <T> T result(Job<T> job) {
        try {
            return job.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.BUSY);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a password could not be hashed", failure.getCause());
        }
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many wait or are at work. */
    int there() {
        return lanes.there();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static final class Job<T> extends FutureTask<T> {
        private final Turn turn;
        private final long number;

        Job(Turn turn, long number, Callable<T> work) {
            super(work);
            this.turn = turn;
            this.number = number;
        }
    }
}
