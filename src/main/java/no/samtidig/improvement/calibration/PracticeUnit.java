package no.samtidig.improvement.calibration;

import java.util.Map;
import java.util.Objects;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.platform.LocalizedText;

/**
 * A fictional unit that coaches rate.
 *
 * @param id never changes its meaning
 * @param text paragraphs parted by an empty line
 * @param key what we would have set, by anchor: our own proposal
 */
public record PracticeUnit(String id, LocalizedText name, LocalizedText text, Map<String, Key> key) {
    public PracticeUnit {
        key = Map.copyOf(key);
    }

    /**
     * What we would have set.
     *
     * @param level 1 to 5
     * @param reason one sentence
     */
    public record Key(int level, LocalizedText reason) {
        public Key {
            if (level < Anchor.LOWEST || level > Anchor.HIGHEST) {
                throw new IllegalArgumentException("no level: " + level);
            }
        }
    }

    /** What we would have set for an anchor. */
    public Key at(Anchor anchor) {
        return Objects.requireNonNull(key.get(anchor.id()));
    }
}
