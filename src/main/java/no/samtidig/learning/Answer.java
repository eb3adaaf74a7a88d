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
 * @param shown the order the options stood in, by index in the block; empty where it is not known
 */
public record Answer(
        ContentVersion version, List<Integer> choice, Optional<Boolean> correct, int number, List<Integer> shown) {
    public Answer {
        choice = List.copyOf(choice);
        shown = List.copyOf(shown);
    }

    /** A first answer. */
    public Answer(ContentVersion version, List<Integer> choice, Optional<Boolean> correct) {
        this(version, choice, correct, 1, List.of());
    }
}
