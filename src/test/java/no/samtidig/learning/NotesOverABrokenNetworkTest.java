package no.samtidig.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.samtidig.Proves;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.trust.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are lost, answers that are lost, repeats that come late and pages opened anew, in any order: nothing that was acknowledged is
 * replaced by what its writer had not seen, and whoever writes alone is never told of a conflict. The devices do as {@code autosave.js}.
 */
@Proves(Promise.NEVER_LOST)
class NotesOverABrokenNetworkTest {
    private static final BlockRef WHERE = new BlockRef("m", "l", "b");
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 30, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final List<String> TEXTS = List.of("A", "A B", "B", "A B C", "C");

    enum Act {
        TYPE,
        SEND,
        LOSE_REQUEST,
        LOSE_ANSWER,
        LOSE_ANSWER_AND_REPEAT_LATE,
        LATE_ONE_ARRIVES,
        OPEN_ANEW
    }

    /**
     * A wording on a device, on the network or at the server.
     *
     * @param id which of all the wordings it is, from 1; the empty note is 0
     */
    private record Sent(int id, Wording wording) {}

    private final Map<Integer, Set<Integer>> seenBy = new HashMap<>();

    /** The server: what {@link Reflecting} does with one note. */
    private final class Server {
        NoteStore.@Nullable Kept kept;
        Set<Integer> ids = Set.of(0); // the wordings it is: several where a page said the same again

        Descent receive(Sent sent) {
            Note present = kept == null ? null : kept.note();
            Descent descent = Descent.of(present, kept == null ? null : kept.by(), sent.wording());
            if (descent == Descent.NEXT) {
                assertThat(seenBy.get(sent.id()))
                        .as("what wording %s takes the place of", sent)
                        .containsAnyElementsOf(ids);
                boolean again = kept != null && kept.isAgain(sent.wording());
                int revision = (present == null ? 0 : present.revision()) + (again ? 0 : 1);
                kept = new NoteStore.Kept(
                        new Note(WHERE, "?", sent.wording().text(), revision, NOW),
                        sent.wording().by());
                Set<Integer> now = new HashSet<>(again ? ids : Set.of());
                now.add(sent.id());
                ids = now;
            } else if (descent == Descent.KNOWN) {
                boolean overtaken = seen().contains(sent.id());
                assertThat(overtaken || text().equals(sent.wording().text()))
                        .as("acknowledged and kept: %s", sent)
                        .isTrue();
            }
            return descent;
        }

        Set<Integer> seen() {
            Set<Integer> seen = new HashSet<>(ids);
            ids.forEach(it -> seen.addAll(seenBy.getOrDefault(it, Set.of())));
            return seen;
        }

        String text() {
            return kept == null ? "" : kept.note().text();
        }

        int revision() {
            return kept == null ? 0 : kept.note().revision();
        }
    }

    /** A device with one page open, and what waits on it. */
    private final class Device {
        private UUID writer = UUID.randomUUID();
        private int number;
        private int builtOn;
        private Set<Integer> shown = Set.of(0);
        private List<Wording.Mark> after = List.of();

        @Nullable
        Sent waiting;

        void type(String text) {
            Wording.Mark mark = new Wording.Mark(writer, ++number);
            int id = seenBy.size() + 1;
            Set<Integer> seen = new HashSet<>(shown);
            shown.forEach(it -> seen.addAll(seenBy.getOrDefault(it, Set.of())));
            seenBy.put(id, seen);
            shown = Set.of(id);
            waiting = new Sent(id, new Wording(text, builtOn, mark, after, ""));
        }

        void answered(Sent sent, Descent descent, Server server) {
            if (descent == Descent.APART) {
                // the page shows both, and what the reader saves then builds on both
                open(server);
                Set<Integer> both = new HashSet<>(server.ids);
                both.add(sent.id());
                shown = both;
                waiting = null;
            } else if (sent.equals(waiting)) {
                waiting = null;
                after = sent.wording().by() != null
                                && sent.wording().by().writer().equals(writer)
                        ? List.of()
                        : after;
            }
        }

        /** Left and opened anew: what has no receipt stands there again. */
        void openAnew(Server server) {
            open(server);
            if (waiting != null) {
                builtOn = waiting.wording().builtOn();
                shown = Set.of(waiting.id());
                after = new ArrayList<>(waiting.wording().after());
                after.add(waiting.wording().by());
            }
        }

        private void open(Server server) {
            writer = UUID.randomUUID();
            number = 0;
            builtOn = server.revision();
            shown = server.ids;
            after = List.of();
        }
    }

    /** Returns how many conflicts were told. */
    private int play(List<Act> acts, List<Integer> chances, int devices) {
        seenBy.clear();
        Server server = new Server();
        List<Device> all = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            all.add(new Device());
        }
        List<Sent> late = new ArrayList<>();
        int conflicts = 0;
        for (int i = 0; i < acts.size(); i++) {
            int chance = chances.get(i % chances.size());
            Device device = all.get(chance % devices);
            Sent sent = device.waiting;
            switch (acts.get(i)) {
                case TYPE -> device.type(TEXTS.get(chance % TEXTS.size()));
                case OPEN_ANEW -> device.openAnew(server);
                case SEND -> {
                    if (sent != null) {
                        Descent descent = server.receive(sent);
                        conflicts += descent == Descent.APART ? 1 : 0;
                        device.answered(sent, descent, server);
                        if (descent != Descent.APART && devices == 1) {
                            assertThat(server.text()).isEqualTo(sent.wording().text());
                        }
                    }
                }
                case LOSE_REQUEST -> {}
                case LOSE_ANSWER -> {
                    if (sent != null) {
                        server.receive(sent);
                    }
                }
                case LOSE_ANSWER_AND_REPEAT_LATE -> {
                    if (sent != null) {
                        late.add(sent);
                        if (chance % 2 == 0) {
                            server.receive(sent);
                        }
                    }
                }
                case LATE_ONE_ARRIVES -> {
                    if (!late.isEmpty()) {
                        server.receive(late.remove(chance % late.size()));
                    }
                }
            }
        }
        return conflicts;
    }

    @Property(tries = 3000)
    void whoever_writes_alone_is_never_told_of_a_conflict_and_loses_nothing(
            @ForAll @Size(min = 1, max = 40) List<Act> acts,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 59) Integer> chances) {
        assertThat(play(acts, chances, 1)).as("conflicts").isZero();
    }

    @Property(tries = 3000)
    void two_devices_never_overwrite_what_the_other_one_has_not_seen(
            @ForAll @Size(min = 1, max = 60) List<Act> acts,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 59) Integer> chances) {
        play(acts, chances, 2);
    }
}
