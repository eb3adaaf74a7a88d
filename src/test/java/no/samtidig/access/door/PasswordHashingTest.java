package no.samtidig.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A queue with few places, in which those who belong here come first. */
class PasswordHashingTest {
    @AutoClose("destroy")
    private final PasswordHashing hashing = new PasswordHashing();

    @AutoClose
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    private final CountDownLatch door = new CountDownLatch(1);
    private final List<Future<?>> inside = new ArrayList<>();

    /** All threads have something to do until the door opens. */
    private void occupy() throws InterruptedException {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);
        CountDownLatch begun = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            inside.add(people.submit(() -> hashing.inTurn(Turn.FIRST, () -> {
                begun.countDown();
                door.await();
                return true;
            })));
        }
        begun.await();
    }

    private void queue(Turn turn, int count, Runnable then) throws InterruptedException {
        int before = hashing.waiting();
        for (int i = 0; i < count; i++) {
            inside.add(people.submit(() -> hashing.inTurn(turn, () -> {
                then.run();
                return true;
            })));
        }
        while (hashing.waiting() < before + count) {
            Thread.sleep(1);
        }
    }

    private void open() throws Exception {
        door.countDown();
        for (Future<?> it : inside) {
            it.get();
        }
    }

    @Test
    void whoever_is_known_passes_a_crowd_that_came_before() throws Exception {
        List<Turn> order = Collections.synchronizedList(new ArrayList<>());
        occupy();
        for (Turn turn : List.of(Turn.LAST, Turn.SECOND, Turn.FIRST)) {
            queue(turn, 3, () -> order.add(turn));
        }
        open();
        if (Runtime.getRuntime().availableProcessors() <= 2) { // with one thread the order is exact
            assertThat(order).isSorted();
        }
        assertThat(order.getFirst()).isEqualTo(Turn.FIRST);
    }

    @Test
    void a_full_queue_says_so_at_once_to_the_crowd_and_still_takes_those_who_are_known() throws Exception {
        occupy();
        int threads = inside.size();
        queue(Turn.LAST, Turn.LAST.places() * threads, () -> {});
        assertThatThrownBy(() -> hashing.matches("wrong", null, Turn.LAST))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.BUSY));
        assertThatThrownBy(() -> hashing.hash("a password", Turn.LAST)).isInstanceOf(ProblemException.class);
        Future<Boolean> known = people.submit(() -> hashing.matches("wrong", "{}", Turn.FIRST));
        open();
        assertThat(known.get()).isFalse();
    }

    @Test
    void nobody_who_does_not_exist_is_known_by_the_time_it_takes() {
        String hash = hashing.hash("the right one", Turn.FIRST);
        for (int i = 0; i < 40; i++) {
            assertThat(hashing.matches("wrong", hash, Turn.SECOND)).isFalse(); // warm
        }
        double somebody = median(() -> hashing.matches("wrong", hash, Turn.SECOND));
        double nobody = median(() -> hashing.matches("wrong", null, Turn.SECOND));
        assertThat(nobody / somebody).isBetween(0.6, 1.7);
    }

    private static double median(Runnable one) {
        long[] took = new long[31];
        for (int i = 0; i < took.length; i++) {
            long began = System.nanoTime();
            one.run();
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[took.length / 2];
    }

    @Test
    void a_hash_of_another_cost_still_fits_and_is_known_as_old() {
        String before = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("the right one");
        assertThat(hashing.matches("the right one", before, Turn.FIRST)).isTrue();
        assertThat(hashing.old(before)).isTrue();
        assertThat(hashing.old(hashing.hash("the right one", Turn.FIRST))).isFalse();
    }
}
