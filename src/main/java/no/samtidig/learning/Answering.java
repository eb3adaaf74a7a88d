package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking answers to quiz items, duty cases and branching cases. */
@Service
public class Answering {
    private final AnswerStore store;
    private final ProgressStore progress;
    private final Clock clock;

    Answering(AnswerStore store, ProgressStore progress, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.clock = clock;
    }

    /** How an attempt to answer ended. */
    public sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** Nothing chosen, or not everything that must be. */
        record Incomplete() implements Outcome {}

        /** The question has another wording now; nothing was marked. */
        record Changed() implements Outcome {}

        /** Not an answer to this block. */
        record Impossible() implements Outcome {}
    }

    /**
     * Takes an answer. The same key counts once, however often it is sent.
     *
     * @param key made with the form
     * @param version the wording the learner saw
     * @param choice see {@link Answer}
     * @param shown the order the options stood in; whatever is no order of them is not kept
     */
    @Transactional
    public Outcome answer(
            AccountId learner,
            BlockRef where,
            Block block,
            UUID key,
            String version,
            List<Integer> choice,
            List<Integer> shown) {
        if (!block.version().value().equals(version)) {
            return new Outcome.Changed();
        }
        return switch (Marking.mark(block, choice)) {
            case Marking.Marked.Incomplete _ -> new Outcome.Incomplete();
            case Marking.Marked.Impossible _ -> new Outcome.Impossible();
            case Marking.Marked.Valid(var correct) -> {
                OffsetDateTime now = OffsetDateTime.now(clock);
                progress.enrol(learner, where.module(), now);
                store.keep(
                        learner,
                        where,
                        key,
                        new Answer(block.version(), choice, correct, 1, Marking.orderOf(block, shown)),
                        now);
                yield new Outcome.Accepted();
            }
        };
    }

    /** The learner's latest answer to each block of a lesson, by the block's address. */
    @Transactional(readOnly = true)
    public Map<String, Answer> latest(AccountId learner, String module, String lesson) {
        return store.latest(learner, module, lesson);
    }
}
