package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
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

    /**
     * Saves a note. Sending the same text again changes nothing; an emptied note keeps its revision and no text.
     *
     * @param builtOn the revision the learner saw; 0 where there was none
     * @param sentBefore what the same form sent last, whose acknowledgement may have been lost; empty where nothing
     */
    @Transactional
    public Outcome save(
            AccountId learner,
            BlockRef where,
            Block.Reflection reflection,
            int builtOn,
            String text,
            String sentBefore) {
        String written = plain(text);
        if (written.length() > LONGEST) {
            return new Outcome.TooLong(written.length());
        }
        Note present = store.lock(learner, where).orElse(null);
        int revision = present == null ? 0 : present.revision();
        if ((present == null ? "" : present.text()).equals(written)) {
            return new Outcome.Saved(revision);
        }
        if (present != null && revision != builtOn && !present.text().equals(plain(sentBefore))) {
            return new Outcome.Elsewhere(present);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        progress.enrol(learner, where.module(), now);
        Note note = new Note(where, reflection.question().plain(), written, revision + 1, now);
        return store.keep(learner, note)
                ? new Outcome.Saved(note.revision())
                : new Outcome.Elsewhere(store.lock(learner, where).orElseThrow());
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
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
