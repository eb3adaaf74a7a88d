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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.organisation.OrganisationScope;
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
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets answers out of their envelopes. First the tickets are marked as used, in a transaction of their own; later, and apart from it, the
 * answers go out a cell at a time: at least {@link Coarsening#K} together, in random order, with new random keys, and with the day only.
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
    private final Rounds rounds;
    private final Units units;
    private final Envelope envelope;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random random;

    @org.springframework.beans.factory.annotation.Autowired
    Releasing(
            JdbcClient sql,
            Rounds rounds,
            Units units,
            Envelope envelope,
            Secrets secrets,
            TransactionTemplate transaction,
            Clock clock) {
        this(sql, rounds, units, envelope, secrets, transaction, clock, new SecureRandom());
    }

    /** For a test that wants to know what an attacker sees where the order is not random. */
    Releasing(
            JdbcClient sql,
            Rounds rounds,
            Units units,
            Envelope envelope,
            Secrets secrets,
            TransactionTemplate transaction,
            Clock clock,
            Random random) {
        this.store = new ReleaseStore(sql);
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
        boolean over = round.state() == Round.State.CLOSED;
        if (over) {
            transaction.executeWithoutResult(_ -> store.awaitLast());
        }
        boolean some = count(id);
        if (over) {
            settle(round);
        } else if (some && round.underway() && round.state() == Round.State.OPEN) {
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
            List<UUID> tickets = some.stream()
                    .map(it -> envelope.open(it.sealed()).ticket())
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(tickets, random);
            transaction.executeWithoutResult(_ -> store.use(tickets));
            List<String> proofs = some.stream().map(ReleaseStore.Sealed::proof).toList();
            transaction.executeWithoutResult(_ -> store.counted(proofs));
        }
    }

    private record Waiting(String proof, Traits traits) {}

    /** Who waits, as fine as it is known. What they answered is not looked at yet. */
    private List<Waiting> waiting(RoundId round) {
        Map<UnitPath, Unit> known = units.within(new OrganisationScope(List.of(UnitPath.COUNTRY))).stream()
                .collect(Collectors.toMap(Unit::path, it -> it));
        List<Waiting> all = new ArrayList<>();
        String after = null;
        while (true) {
            List<ReleaseStore.Sealed> some = store.waiting(round, after, PIECE);
            if (some.isEmpty()) {
                return all;
            }
            some.forEach(it -> {
                Envelope.SealedAnswer answer = envelope.open(it.sealed());
                Unit unit = known.get(answer.unit());
                all.add(new Waiting(
                        it.proof(),
                        new Traits(
                                unit == null ? null : unit.path(),
                                unit == null ? null : unit.county(),
                                unit == null ? null : unit.level(),
                                answer.staffGroup().orElse(null))));
            });
            after = some.getLast().proof();
        }
    }

    private void step(Round round) {
        Map<Traits, List<Waiting>> cells = waiting(round.id()).stream().collect(Collectors.groupingBy(Waiting::traits));
        boolean any = false;
        for (Map.Entry<Traits, List<Waiting>> it : cells.entrySet()) {
            List<Waiting> all = new ArrayList<>(it.getValue());
            if (all.size() >= 2 * Coarsening.K) {
                Collections.shuffle(all, random);
                letOut(round, Map.of(it.getKey(), all.subList(0, all.size() - Coarsening.K)));
                any = true;
            }
        }
        if (any) {
            List<String> items = round.questionnaire().questions().stream()
                    .filter(it -> Tallies.byEverybody(round.questionnaire(), it))
                    .flatMap(it -> it.keys().stream())
                    .toList();
            transaction.executeWithoutResult(_ -> {
                store.hold(round.id());
                store.publish(round.id(), LocalDate.now(clock), items);
            });
        }
    }

    /** Lets everything out that can go out, and makes the results final. Begun again after a stop, it goes on where it was. */
    private void settle(Round round) {
        List<Waiting> waiting = waiting(round.id());
        Coarsening.Plan<Traits, Waiting> plan =
                Traits.coarsening(round.first()).divide(waiting, Waiting::traits, random);
        Map<Traits, List<Waiting>> mixed = new LinkedHashMap<>();
        Map<Traits, List<Waiting>> pure = new LinkedHashMap<>();
        plan.cells()
                .forEach((traits, cell) ->
                        (cell.stream().allMatch(it -> it.traits().equals(traits)) ? pure : mixed).put(traits, cell));
        // first those that took from others, all in one transaction: what a stop leaves behind are whole cells
        if (!mixed.isEmpty()) {
            letOut(round, mixed);
        }
        pure.forEach((traits, cell) -> letOut(round, Map.of(traits, cell)));
        transaction.executeWithoutResult(_ -> texts(round));
        transaction.executeWithoutResult(_ -> {
            store.hold(round.id());
            store.lookedAt();
            joinSmall(round);
            store.publish(round.id(), LocalDate.now(clock), null);
            store.emptyAll(round.id());
            store.keepAsked(round.id());
            rounds.settle(round.id());
        });
    }

    private void letOut(Round round, Map<Traits, List<Waiting>> cells) {
        transaction.executeWithoutResult(_ -> {
            store.hold(round.id());
            List<byte[]> texts = new ArrayList<>();
            List<String> out = new ArrayList<>();
            cells.forEach((traits, cell) -> {
                UUID id = store.cell(round.id(), traits);
                for (int from = 0; from < cell.size(); from += PIECE) {
                    List<String> proofs = cell.subList(from, Math.min(cell.size(), from + PIECE)).stream()
                            .map(Waiting::proof)
                            .toList();
                    List<Answers> answers = opened(proofs);
                    if (answers.size() != proofs.size()) {
                        throw new IllegalStateException("an answer went out meanwhile");
                    }
                    store.tally(round.id(), id, Tallies.of(round.questionnaire(), answers));
                    store.responses(
                            round.id(),
                            id,
                            LocalDate.now(clock),
                            answers.stream()
                                    .map(it -> withoutTexts(round, it, texts))
                                    .toList());
                    out.addAll(proofs);
                }
            });
            Collections.shuffle(texts, random);
            store.sealedTexts(round.id(), texts);
            store.emptied(out);
        });
    }

    /** The answers in these envelopes, in the order given: that is the shuffled one. */
    private List<Answers> opened(List<String> proofs) {
        Map<String, Answers> byProof = store.these(proofs).stream()
                .collect(Collectors.toMap(
                        ReleaseStore.Sealed::proof,
                        it -> envelope.open(it.sealed()).answers()));
        return proofs.stream()
                .filter(byProof::containsKey)
                .map(it -> java.util.Objects.requireNonNull(byProof.get(it)))
                .toList();
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
                all.forEach(it -> store.text(round.id(), item, it));
            }
        });
    }

    /** Where too few of a cell answered an item, tells their answers to it with a coarser cell. */
    private void joinSmall(Round round) {
        Map<UUID, Traits> cells = store.cells(round.id());
        Map<String, List<ReleaseStore.Answered>> byItem = store.answeredByFew(round.id(), Coarsening.K).stream()
                .collect(Collectors.groupingBy(ReleaseStore.Answered::item, LinkedHashMap::new, Collectors.toList()));
        Map<Traits, UUID> ids = new HashMap<>();
        cells.forEach((id, traits) -> ids.put(traits, id));
        List<ReleaseStore.Joined> joined = new ArrayList<>();
        Coarsening<Traits> coarsening = Traits.coarsening(round.first());
        byItem.forEach((item, answered) -> {
            Map<Traits, Integer> counts = new LinkedHashMap<>();
            answered.forEach(it -> counts.put(java.util.Objects.requireNonNull(cells.get(it.cell())), it.n()));
            Map<Traits, Traits> told = coarsening.join(counts);
            for (ReleaseStore.Answered it : answered) {
                Traits own = java.util.Objects.requireNonNull(cells.get(it.cell()));
                @Nullable Traits target = told.get(own);
                if (!own.equals(target)) {
                    UUID place = target == null
                            ? null
                            : ids.computeIfAbsent(target, traits -> store.cell(round.id(), traits));
                    joined.add(new ReleaseStore.Joined(item, it.cell(), place));
                }
            }
        });
        store.join(round.id(), joined);
    }
}
