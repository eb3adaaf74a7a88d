package no.samtidig.survey.disclosure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Secrets;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Envelope;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets answers out of their envelopes. First the tickets are marked as used, in a transaction of their own; later, and apart from it, the
 * answers go out in whole cells: at least {@link Coarsening#K} together, in random order, with new random keys, and with the day only.
 * Nothing that is written knows which envelope an answer lay in.
 *
 * <p>A round whose results are shown underway lets a full cell out when twice K wait in it, and holds K back, so that what came between two
 * looks at the results is always K or more. Everything else waits until the round is closed.
 */
@Service
public class Releasing {
    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    private static final int PIECE = 2000;
    private static final int SMALLEST_TEXT = 1024;

    private final ReleaseStore store;
    private final TallyStore counts;
    private final Rounds rounds;
    private final Units units;
    private final Envelope envelope;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random random;

    @Autowired
    Releasing(
            ReleaseStore store,
            TallyStore counts,
            Rounds rounds,
            Units units,
            Envelope envelope,
            Secrets secrets,
            TransactionTemplate transaction,
            Clock clock) {
        this(store, counts, rounds, units, envelope, secrets, transaction, clock, new SecureRandom());
    }

    /** For a test that wants to know what an attacker sees where the order is not random. */
    Releasing(
            ReleaseStore store,
            TallyStore counts,
            Rounds rounds,
            Units units,
            Envelope envelope,
            Secrets secrets,
            TransactionTemplate transaction,
            Clock clock,
            Random random) {
        this.store = store;
        this.counts = counts;
        this.rounds = rounds;
        this.units = units;
        this.envelope = envelope;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    @Bean
    RecurringTask<Void> releaseAnswers() {
        return Tasks.recurring("release-answers", FixedDelay.ofSeconds(15)).execute((instance, context) -> release());
    }

    /** Does what is to be done in every round. One that cannot be opened does not hold up the others. */
    public void release() {
        for (RoundId round : store.unsettled()) {
            try {
                release(round);
            } catch (IllegalStateException broken) {
                LOG.error("answers of round {} cannot be let out", round.value(), broken);
            }
        }
    }

    /** Does what is to be done in one round. */
    public void release(RoundId id) {
        Round round = rounds.find(id).orElseThrow();
        if (round.state() == Round.State.CLOSED) {
            transaction.executeWithoutResult(_ -> store.awaitLast());
            settle(round);
        } else if (count(id) && round.underway() && round.state() == Round.State.OPEN) {
            step(round);
        }
    }

    /** Marks the tickets of the answers that came in; false where none did. */
    private boolean count(RoundId round) {
        for (boolean any = false; ; any = true) {
            List<ReleaseStore.Sealed> some = store.uncounted(round, PIECE);
            if (some.isEmpty()) {
                return any;
            }
            use(some.stream()
                    .map(it -> envelope.sender(it.sealed()).ticket())
                    .collect(Collectors.toCollection(ArrayList::new)));
            List<String> proofs = some.stream().map(ReleaseStore.Sealed::proof).toList();
            transaction.executeWithoutResult(_ -> store.counted(proofs));
        }
    }

    private void use(List<UUID> tickets) {
        Collections.shuffle(tickets, random);
        pieces(tickets).forEach(some -> transaction.executeWithoutResult(_ -> store.use(some)));
    }

    private static <T> List<List<T>> pieces(List<T> all) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PIECE) {
            pieces.add(all.subList(from, Math.min(all.size(), from + PIECE)));
        }
        return pieces;
    }

    private record Waiting(String proof, Traits traits) {}

    /**
     * Who waits, as fine as it is known. What they answered is not looked at yet.
     *
     * @param uncounted gets the tickets that are not marked as used yet
     */
    private List<Waiting> waiting(RoundId round, List<UUID> uncounted) {
        Map<UnitPath, Unit> known = units.known(); // also one that was moved or closed since it was asked
        List<Waiting> all = new ArrayList<>();
        transaction.executeWithoutResult(_ -> store.waiting(round, PIECE, it -> {
            Envelope.Sender sender = envelope.sender(it.sealed());
            if (!it.counted()) {
                uncounted.add(sender.ticket());
            }
            all.add(new Waiting(
                    it.proof(),
                    Traits.of(known.get(sender.unit()), sender.staffGroup().orElse(null))));
        }));
        all.sort(Comparator.comparing(Waiting::proof)); // the order in which they lie may tell when they came
        return all;
    }

    private void step(Round round) {
        Map<Traits, List<Waiting>> out = new LinkedHashMap<>();
        waiting(round.id(), new ArrayList<>()).stream()
                .collect(Collectors.groupingBy(Waiting::traits))
                .forEach((traits, cell) -> {
                    if (cell.size() >= 2 * Coarsening.K) {
                        List<Waiting> all = new ArrayList<>(cell);
                        Collections.shuffle(all, random);
                        out.put(traits, all.subList(0, all.size() - Coarsening.K));
                    }
                });
        if (!out.isEmpty()) {
            letOut(round, out);
            List<String> items = round.questionnaire().questions().stream()
                    .filter(it -> Tallies.byEverybody(round.questionnaire(), it))
                    .flatMap(it -> it.keys().stream())
                    .toList();
            transaction.executeWithoutResult(_ -> {
                store.hold(round.id());
                counts.publish(round.id(), LocalDate.now(clock), items);
            });
        }
    }

    /** Lets everything out that can go out, and makes the results final. Begun again after a stop, it goes on where it was. */
    private void settle(Round round) {
        List<UUID> uncounted = new ArrayList<>();
        List<Waiting> waiting = waiting(round.id(), uncounted);
        use(uncounted);
        Coarsening.Plan<Traits, Waiting> plan =
                Traits.coarsening(round.first()).divide(waiting, Waiting::traits, random);
        Map<Traits, List<Waiting>> mixed = new LinkedHashMap<>();
        Map<Traits, List<Waiting>> pure = new LinkedHashMap<>();
        plan.cells()
                .forEach((traits, cell) ->
                        (cell.stream().allMatch(it -> it.traits().equals(traits)) ? pure : mixed).put(traits, cell));
        // first those that took from others, all in one transaction: what a stop leaves behind are whole cells
        letOut(round, mixed);
        letOutInPieces(round, pure);
        transaction.executeWithoutResult(_ -> texts(round));
        transaction.executeWithoutResult(_ -> {
            store.hold(round.id());
            counts.lookedAt();
            joinSmall(round);
            counts.publish(round.id(), LocalDate.now(clock), null);
            store.emptyAll(round.id());
            store.keepAsked(round.id());
            store.keepHeld(round.id());
            rounds.settle(round.id());
        });
    }

    /** A transaction takes whole cells, as many as make a piece: the fewer transactions, the faster, and the less each tells. */
    private void letOutInPieces(Round round, Map<Traits, List<Waiting>> cells) {
        Map<Traits, List<Waiting>> some = new LinkedHashMap<>();
        int answers = 0;
        for (Map.Entry<Traits, List<Waiting>> cell : cells.entrySet()) {
            some.put(cell.getKey(), cell.getValue());
            answers += cell.getValue().size();
            if (answers >= PIECE) {
                letOut(round, some);
                some.clear();
                answers = 0;
            }
        }
        letOut(round, some);
    }

    private void letOut(Round round, Map<Traits, List<Waiting>> cells) {
        if (cells.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            store.hold(round.id());
            Map<Traits, UUID> ids = store.cells(round.id(), cells.keySet());
            List<Going> going = new ArrayList<>();
            cells.forEach((traits, cell) -> {
                UUID id = Objects.requireNonNull(ids.get(traits));
                cell.forEach(it -> going.add(new Going(it.proof(), id)));
            });
            List<byte[]> texts = new ArrayList<>();
            pieces(going).forEach(some -> write(round, some, texts));
            Collections.shuffle(texts, random);
            store.sealedTexts(round.id(), texts);
            store.emptied(going.stream().map(Going::proof).toList());
        });
    }

    /** An answer on its way out to its cell. */
    private record Going(String proof, UUID cell) {}

    private void write(Round round, List<Going> some, List<byte[]> texts) {
        Map<String, byte[]> sealed = store.these(some.stream().map(Going::proof).toList());
        if (sealed.size() != some.size()) {
            throw new IllegalStateException("an answer went out meanwhile");
        }
        List<Answers> opened = some.parallelStream()
                .map(it -> envelope.open(Objects.requireNonNull(sealed.get(it.proof())))
                        .answers())
                .toList();
        Map<UUID, List<Answers>> byCell = new LinkedHashMap<>();
        List<ReleaseStore.Response> responses = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            UUID cell = some.get(i).cell();
            byCell.computeIfAbsent(cell, _ -> new ArrayList<>()).add(opened.get(i));
            responses.add(new ReleaseStore.Response(cell, withoutTexts(round, opened.get(i), texts)));
        }
        Map<UUID, Map<Tallies.Key, Integer>> tallies = new LinkedHashMap<>();
        byCell.forEach((cell, answers) -> tallies.put(cell, Tallies.of(round.questionnaire(), answers)));
        counts.tally(round.id(), tallies);
        store.responses(round.id(), LocalDate.now(clock), responses);
    }

    private Answers withoutTexts(Round round, Answers answers, List<byte[]> texts) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (Item.Question question : round.questionnaire().questions()) {
            for (String key : question.keys()) {
                List<String> values = answers.of(key);
                if (question instanceof Item.ShortText || question instanceof Item.LongText) {
                    values.forEach(it -> texts.add(sealed(key, it)));
                } else if (!values.isEmpty()) {
                    kept.put(key, values);
                }
            }
        }
        return new Answers(kept);
    }

    private byte[] sealed(String item, String words) {
        byte[] text = (item + "\n" + words).getBytes(StandardCharsets.UTF_8);
        int room = Math.max(SMALLEST_TEXT, Integer.highestOneBit(text.length + Integer.BYTES) << 1);
        return secrets.seal(
                ByteBuffer.allocate(room).putInt(text.length).put(text).array());
    }

    /** Free texts of items that enough wrote something to. The others are thrown away: nobody may read them. */
    private void texts(Round round) {
        Map<String, List<String>> byItem = new HashMap<>();
        for (byte[] sealed : store.takeTexts(round.id())) {
            ByteBuffer room = ByteBuffer.wrap(secrets.open(sealed));
            byte[] text = new byte[room.getInt()];
            room.get(text);
            String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", 2);
            byItem.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
        }
        byItem.forEach((item, all) -> {
            if (all.size() >= Coarsening.K) {
                Collections.shuffle(all, random);
                store.texts(round.id(), item, all);
            }
        });
    }

    /** Where too few of a cell answered an item, tells their answers to it with a coarser cell. */
    private void joinSmall(Round round) {
        Map<UUID, Traits> cells = store.cells(round.id());
        Map<String, List<TallyStore.Answered>> byItem = counts.answeredByFew(round.id(), Coarsening.K).stream()
                .collect(Collectors.groupingBy(TallyStore.Answered::item, LinkedHashMap::new, Collectors.toList()));
        record Telling(String item, UUID cell, @Nullable Traits with) {}
        List<Telling> telling = new ArrayList<>();
        Coarsening<Traits> coarsening = Traits.coarsening(round.first());
        byItem.forEach((item, answered) -> {
            Map<Traits, Integer> howMany = new LinkedHashMap<>();
            answered.forEach(it -> howMany.put(Objects.requireNonNull(cells.get(it.cell())), it.n()));
            Map<Traits, Traits> told = coarsening.join(howMany);
            for (TallyStore.Answered it : answered) {
                Traits own = Objects.requireNonNull(cells.get(it.cell()));
                Traits with = told.get(own);
                if (!own.equals(with)) {
                    telling.add(new Telling(item, it.cell(), with));
                }
            }
        });
        Map<Traits, UUID> ids = store.cells(
                round.id(),
                telling.stream().map(Telling::with).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<TallyStore.Joined> joined = telling.stream()
                .map(it -> new TallyStore.Joined(it.item(), it.cell(), it.with() == null ? null : ids.get(it.with())))
                .toList();
        counts.join(round.id(), joined);
    }
}
