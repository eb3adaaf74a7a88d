package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping private notes. Two open tabs never overwrite each other in silence. */
@Service
public class Reflecting {
    /** Characters in one note, at most. */
    public static final int LONGEST = 5_000;

    private final NoteStore store;
    private final ProgressStore progress;
    private final Clock clock;

    Reflecting(NoteStore store, ProgressStore progress, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.clock = clock;
    }

    /** How an attempt to save ended. */
    public sealed interface Outcome {
        /**
         * Saved.
         *
         * @param revision what the next save builds on
         */
        record Saved(int revision) implements Outcome {}

        /** Longer than {@link #LONGEST}; nothing was saved. */
        record TooLong(int length) implements Outcome {}

        /** Saved from another tab or device in between; nothing was overwritten. */
        record Elsewhere(Note there) implements Outcome {}
    }

    /** Saves a note. The same wording again, or one that a later one has overtaken, changes nothing; an emptied note keeps its revision. */
    @Transactional
    public Outcome save(AccountId learner, BlockRef where, Block.Reflection reflection, Wording wording) {
        if (wording.text().length() > LONGEST) {
            return new Outcome.TooLong(wording.text().length());
        }
        Outcome outcome = tried(learner, where, reflection, wording);
        // where two first wordings came at once, the other one is there now and can be judged
        return outcome != null ? outcome : Objects.requireNonNull(tried(learner, where, reflection, wording));
    }

    /** Null where another request made the note a moment ago. */
    private @Nullable Outcome tried(AccountId learner, BlockRef where, Block.Reflection reflection, Wording wording) {
        NoteStore.Kept kept = store.lock(learner, where).orElse(null);
        Note present = kept == null ? null : kept.note();
        int revision = present == null ? 0 : present.revision();
        return switch (Descent.of(present, kept == null ? null : kept.by(), wording)) {
            case KNOWN -> new Outcome.Saved(revision);
            case APART -> new Outcome.Elsewhere(Objects.requireNonNull(present));
            case NEXT -> {
                OffsetDateTime now = OffsetDateTime.now(clock);
                progress.enrol(learner, where.module(), now);
                boolean same = kept != null && kept.isAgain(wording);
                Note note =
                        new Note(where, reflection.question().plain(), wording.text(), revision + (same ? 0 : 1), now);
                yield store.keep(learner, note, wording.by(), revision) ? new Outcome.Saved(note.revision()) : null;
            }
        };
    }

    /** The learner's notes in a lesson, by the block's address. */
    @Transactional(readOnly = true)
    public Map<String, Note> in(AccountId learner, String module, String lesson) {
        return store.in(learner, module, lesson);
    }

    /** All the learner's notes, newest first. */
    @Transactional(readOnly = true)
    public List<Note> all(AccountId learner) {
        return store.all(learner);
    }
}
