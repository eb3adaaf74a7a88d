package no.samtidig.learning;

import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A task the learner has taken on for the next shift, and how it went. Private.
 *
 * @param where the task
 * @param taken when it was taken on
 * @param outcome how it went; null until the learner has said
 * @param note what happened, in the learner's words
 */
public record Attempt(
        BlockRef where, OffsetDateTime taken, @Nullable Outcome outcome, String note) {
    /** How it went. None of them is a failure. */
    public enum Outcome implements Coded {
        TRIED("provd"),
        NOT_YET("ikke-enna"),
        NOT_RELEVANT("ikke-aktuelt");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Optional<Outcome> of(String code) {
            return Coded.of(Outcome.class, code);
        }
    }
}
