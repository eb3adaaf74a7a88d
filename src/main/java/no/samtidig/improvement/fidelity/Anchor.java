package no.samtidig.improvement.fidelity;

import java.util.Map;
import java.util.Optional;
import no.samtidig.platform.LocalizedText;

/**
 * One thing that is rated from 1 to 5.
 *
 * @param id never changes, and its meaning neither
 * @param levels what 1, 3 and 5 look like; 2 and 4 lie between
 */
public record Anchor(String id, LocalizedText name, Map<Integer, LocalizedText> levels) {
    /** The lowest level. */
    public static final int LOWEST = 1;

    /** The highest level. */
    public static final int HIGHEST = 5;

    public Anchor {
        levels = Map.copyOf(levels);
    }

    /** What a level looks like; empty for one between two. */
    public Optional<LocalizedText> level(int level) {
        return Optional.ofNullable(levels.get(level));
    }
}
