package no.samtidig.improvement.fidelity;

import java.util.List;

/**
 * How one person rated one anchor.
 *
 * @param level 1 to 5
 * @param evidence what it rests on; at least one
 * @param note nothing about patients
 */
public record Mark(int level, List<Evidence> evidence, String note) {
    /** Letters in a note or a reason at most. */
    public static final int LONGEST_NOTE = 140;

    public Mark {
        evidence = List.copyOf(evidence);
        if (level < Anchor.LOWEST || level > Anchor.HIGHEST) {
            throw new IllegalArgumentException("no level: " + level);
        }
    }
}
