package no.samtidig.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A queue with few places, in which those who belong here come first. */
class PasswordHashingTest {
    private static final Standing CROWD = new Standing(Turn.SECOND, "address of a crowd");
    private static final Standing WARD = new Standing(Turn.SECOND, "address of a ward");

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
            inside.add(people.submit(() -> hashing.inTurn(Standing.INSIDE, () -> {
                begun.countDown();
                door.await();
                return true;
            })));
        }
        begun.await();
    }

    private void queue(Turn turn, int count, Runnable then) throws InterruptedException {
        queue(new Standing(turn, ""), count, then);
    }

    private void queue(Standing standing, int count, Runnable then) throws InterruptedException {
        int before = hashing.there();
        for (int i = 0; i < count; i++) {
            inside.add(people.submit(() -> hashing.inTurn(standing, () -> {
                then.run();
                return true;
            })));
        }
        while (hashing.there() < before + count) {
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
        assertThatThrownBy(() -> hashing.matches("wrong", null, new Standing(Turn.LAST, "")))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.BUSY));
        assertThatThrownBy(() -> hashing.hash("a password", new Standing(Turn.LAST, "")))
                .isInstanceOf(ProblemException.class);
        Future<Boolean> known = people.submit(() -> hashing.matches("wrong", "{}", Standing.INSIDE));
        open();
        assertThat(known.get()).isFalse();
    }

    @Test
    void a_crowd_at_one_address_that_came_before_takes_every_other_turn_and_no_more() throws Exception {
        List<Standing> order = Collections.synchronizedList(new ArrayList<>());
        occupy();
        queue(CROWD, 30, () -> order.add(CROWD));
        queue(WARD, 3, () -> order.add(WARD));
        open();
        assertThat(order.lastIndexOf(WARD))
                .as("the last of three from the ward, in %s", order)
                .isLessThan(12);
    }

    @Test
    void a_crowd_at_one_address_leaves_places_to_others() throws Exception {
        occupy();
        queue(CROWD, CROWD.turn().placesInALane() * inside.size(), () -> {});
        assertThatThrownBy(() -> hashing.matches("wrong", null, CROWD)).isInstanceOf(ProblemException.class);
        Future<Boolean> ward = people.submit(() -> hashing.matches("wrong", "{}", WARD));
        open();
        assertThat(ward.get()).isFalse();
        assertThat(hashing.there()).isZero();
    }

    @Test
    void nobody_waits_for_ever_behind_a_crowd_and_who_gave_up_left_their_place() {
        Lanes lanes = new Lanes(1, Duration.ofMillis(1));
        Boolean busy = lanes.within(CROWD, () -> {
            Future<Boolean> next = people.submit(() -> lanes.within(CROWD, () -> true));
            assertThat(next)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .withCauseInstanceOf(ProblemException.class);
            return lanes.within(WARD, () -> true);
        });
        assertThat(busy).isTrue();
        assertThat(lanes.there()).isZero();
        assertThat(lanes.within(CROWD, () -> true)).isTrue();
    }

    @Test
    void several_guesses_at_once_tell_no_more_than_one_of_who_exists() {
        String hash = hashing.hash("the right one", Standing.INSIDE);
        for (int i = 0; i < 20; i++) {
            assertThat(hashing.matches("wrong", hash, CROWD)).isFalse(); // warm
        }
        assertThat(ratio(9, () -> four(null), () -> four(hash))).isBetween(0.6, 1.7);
    }

    private void four(@Nullable String hash) {
        List<Future<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            guesses.add(people.submit(() -> hashing.matches("wrong", hash, CROWD)));
        }
        for (Future<Boolean> it : guesses) {
            assertThat(it).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(false);
        }
    }

    @Test
    void nobody_who_does_not_exist_is_known_by_the_time_it_takes() {
        String hash = hashing.hash("the right one", Standing.INSIDE);
        for (int i = 0; i < 40; i++) {
            assertThat(hashing.matches("wrong", hash, WARD)).isFalse(); // warm
        }
        assertThat(ratio(31, () -> hashing.matches("wrong", null, WARD), () -> hashing.matches("wrong", hash, WARD)))
                .isBetween(0.6, 1.7);
    }

    /** How much longer one takes than the other, in the middle of so many rounds of both: what else the machine does meets them alike. */
    private static double ratio(int rounds, Runnable one, Runnable other) {
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = (double) took(one) / took(other);
        }
        Arrays.sort(ratios);
        return ratios[rounds / 2];
    }

    private static long took(Runnable one) {
        long began = System.nanoTime();
        one.run();
        return System.nanoTime() - began;
    }

    @Test
    void a_hash_of_another_cost_still_fits_and_is_known_as_old() {
        String before = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("the right one");
        assertThat(hashing.matches("the right one", before, Standing.INSIDE)).isTrue();
        assertThat(hashing.old(before)).isTrue();
        assertThat(hashing.old(hashing.hash("the right one", Standing.INSIDE))).isFalse();
    }
}
