package no.samtidig.learning.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samtidig.catalogue.Block;
import no.samtidig.learning.Answer;
import org.jspecify.annotations.Nullable;

/** A page that asks questions: a step of a lesson, or the day's exercise. What the templates of the questions need to know. */
public interface Asking {
    /** Where the answer to the block is sent. */
    String action(Block block);

    /** The page's own address. */
    String path();

    /** The reader's answer to the block as it is worded now; null where there is none, or it is to be given again. */
    @Nullable
    Answer answer(Block block);

    /** Whether the reader answered an earlier wording of the block. */
    boolean answeredEarlierWording(Block block);

    /** What was wrong with what was just sent to the block; null where nothing was. */
    StepPage.@Nullable Trouble troubleWith(Block block);

    /** The order in which the options are shown: by index in the block. */
    List<Integer> options(Block block, int size);

    /** The order the items are shown in while the reader works: the reader's own, else one mixed the same way every time. */
    List<Integer> order(Block.Ordering block);

    /** The right sides of a matching, mixed the same way every time. */
    List<Integer> rightSides(Block.Matching block);

    /** Whether the reader can say that the answer is unsure. */
    default boolean asksHowSure() {
        return false;
    }

    /** Whether it is to be kept for use without network, and so carries what follows an answer. */
    default boolean copy() {
        return false;
    }

    /** A new key for a form: what makes a double submit count once. */
    default String key() {
        return UUID.randomUUID().toString();
    }

    /** Whether the reader chose this option. */
    default boolean chose(Block block, int option) {
        Answer answer = answer(block);
        StepPage.Trouble mine = troubleWith(block);
        return answer != null
                ? answer.choice().contains(option)
                : mine != null && mine.choice().contains(option);
    }

    /** As written. */
    static List<Integer> unmixed(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
