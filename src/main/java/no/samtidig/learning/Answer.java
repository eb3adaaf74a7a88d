package no.samtidig.learning;

import java.util.List;
import java.util.Optional;
import no.samtidig.catalogue.ContentVersion;

/**
 * A learner's latest answer to a block.
 *
 * @param version the wording it was given to
 * @param choice what was chosen, by index in the block; for a branching case the way taken; for an ordering the items in the
 *     chosen order; for a matching, for each left side the index of the right side
 * @param correct whether it was right; empty where nothing is right or wrong
 * @param number which answer to this wording it is, counted from one
 */
public record Answer(ContentVersion version, List<Integer> choice, Optional<Boolean> correct, int number) {
    public Answer {
        choice = List.copyOf(choice);
    }

    /** A first answer. */
    public Answer(ContentVersion version, List<Integer> choice, Optional<Boolean> correct) {
        this(version, choice, correct, 1);
    }
}
