package no.samtidig.improvement.fidelity;

import java.util.Map;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who rates.
 *
 * @param account null where it is forgotten, and where nobody has rated as this yet
 * @param done whether all is rated
 * @param marks by anchor; before they are revealed only the one who gave them may be shown them
 */
public record Rater(RatingPart part, @Nullable AccountId account, boolean done, Map<String, Mark> marks) {
    public Rater {
        marks = Map.copyOf(marks);
    }
}
