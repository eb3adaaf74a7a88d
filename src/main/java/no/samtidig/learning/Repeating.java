package no.samtidig.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions the learner has answered in a lesson come back after days and weeks, a few at a time, for whoever wants them. When, says
 * {@link Fsrs}. A day is a day in Norway. Nobody else sees any of it, nothing is mailed, and a day left out is not counted anywhere.
 */
@Service
public class Repeating {
    private final RepetitionStore store;
    private final KnowledgeModules modules;
    private final Clock clock;
    private final Fsrs algorithm = new Fsrs();

    Repeating(RepetitionStore store, KnowledgeModules modules, Clock clock) {
        this.store = store;
        this.modules = modules;
        this.clock = clock;
    }

    /** How an answer was taken. */
    public sealed interface Outcome {
        /** Kept, now or by the same form before. */
        record Accepted() implements Outcome {}

        /** Nothing chosen, or not everything that must be. */
        record Incomplete() implements Outcome {}

        /** The question has another wording now; nothing was marked. */
        record Changed() implements Outcome {}

        /** Not an answer to this question. */
        record Impossible() implements Outcome {}

        /** The learner wants no repetition; nothing was kept. */
        record Off() implements Outcome {}

        /** The learner has never met the question. */
        record NotMet() implements Outcome {}
    }

    /** The learner's exercise today. */
    @Transactional(readOnly = true)
    public DailyExercise today(AccountId learner) {
        LocalDate today = LocalDate.now(clock);
        if (store.off(learner)) {
            return new DailyExercise(today, false, List.of(), Map.of(), Optional.empty());
        }
        Map<BlockRef, Answer> answered = store.on(learner, today);
        List<Repetition> met = store.met(learner, algorithm).stream()
                .filter(it -> exists(it.where()))
                .sorted(Comparator.comparing(Repetition::due)
                        .thenComparingLong(it -> seed(learner, it.where(), it.reviews())))
                .toList();
        List<Repetition> left = left(met, answered, today);
        Optional<LocalDate> next = met.stream()
                .filter(it -> !left.contains(it))
                .map(it -> it.due().isAfter(today) ? it.due() : today.plusDays(1))
                .min(Comparator.naturalOrder());
        return new DailyExercise(
                today,
                true,
                left.stream()
                        .map(it -> new DailyExercise.Item(it.where(), it.version()))
                        .toList(),
                answered,
                next);
    }

    /** What is due, and where that is little, what comes next: three to five questions on a day that has any. */
    private static List<Repetition> left(List<Repetition> met, Map<BlockRef, Answer> answered, LocalDate today) {
        List<Repetition> due = met.stream()
                .filter(it ->
                        !it.due().isAfter(today) && it.seen().isBefore(today) && !answered.containsKey(it.where()))
                .toList();
        if (due.isEmpty() && answered.isEmpty()) {
            return List.of();
        }
        Stream<Repetition> ahead = met.stream()
                .filter(it -> it.due().isAfter(today)
                        && it.seen().isBefore(today)
                        && !it.due().isAfter(today.plusDays(DailyExercise.AHEAD)));
        int filled = Math.max(due.size(), DailyExercise.FEWEST - answered.size());
        int most = Math.clamp(DailyExercise.MOST - answered.size(), 0, filled);
        return Stream.concat(due.stream(), ahead).limit(most).toList();
    }

    /** Whether the question still stands in its lesson; an edit may have taken it out, or made it another kind of block. */
    private boolean exists(BlockRef where) {
        return modules.module(where.module())
                .flatMap(it -> it.lesson(where.lesson(), Language.NB))
                .flatMap(it -> it.block(where.block()))
                .filter(it -> it.block() instanceof Block.Question)
                .isPresent();
    }

    /** What the learner has met of the question; empty where nothing. */
    @Transactional(readOnly = true)
    public Optional<DailyExercise.Item> met(AccountId learner, BlockRef where) {
        return repetition(learner, where).map(it -> new DailyExercise.Item(it.where(), it.version()));
    }

    private Optional<Repetition> repetition(AccountId learner, BlockRef where) {
        return store.met(learner, algorithm).stream()
                .filter(it -> it.where().equals(where))
                .findFirst();
    }

    /**
     * Takes an answer. The same form counts once, and a question counts once a day, however many tabs it is open in.
     *
     * @param key made with the form
     * @param version the wording the learner saw
     * @param choice see {@link Answer}
     * @param sure whether the learner was sure
     */
    @Transactional
    public Outcome answer(
            AccountId learner,
            BlockRef where,
            Block.Question question,
            UUID key,
            String version,
            List<Integer> choice,
            boolean sure) {
        if (store.off(learner)) {
            return new Outcome.Off();
        }
        Repetition before = repetition(learner, where).orElse(null);
        if (before == null) {
            return new Outcome.NotMet();
        }
        if (!question.version().value().equals(version)) {
            return new Outcome.Changed();
        }
        return switch (Marking.mark(question, choice)) {
            case Marking.Marked.Incomplete _ -> new Outcome.Incomplete();
            case Marking.Marked.Impossible _ -> new Outcome.Impossible();
            case Marking.Marked.Valid(var correct) -> {
                LocalDate today = LocalDate.now(clock);
                Answer answer = new Answer(question.version(), choice, correct);
                if (store.review(learner, where, key, answer, sure, today)) {
                    Fsrs.Grade grade = grade(correct.orElseThrow(), sure);
                    long seed = seed(learner, where, before.reviews());
                    store.keep(learner, before.reviewed(question.version(), grade, today, seed, algorithm));
                }
                yield new Outcome.Accepted();
            }
        };
    }

    private static Fsrs.Grade grade(boolean right, boolean sure) {
        if (!right) {
            return Fsrs.Grade.AGAIN;
        }
        return sure ? Fsrs.Grade.GOOD : Fsrs.Grade.HARD;
    }

    /** The same for the same review: nothing is left to chance, but nothing comes in the order of the lesson either. */
    private static long seed(AccountId learner, BlockRef where, int reviews) {
        return (learner.value() + "/" + where.module() + "/" + where.lesson() + "/" + where.block() + "/" + reviews)
                .hashCode();
    }

    /** Turns repetition on or off. What was answered stays; being away from it costs nothing. */
    @Transactional
    public void turn(AccountId learner, boolean on) {
        if (on) {
            store.turnOn(learner);
        } else {
            store.turnOff(learner, OffsetDateTime.now(clock));
        }
    }
}
