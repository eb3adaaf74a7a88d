package no.samtidig.improvement.fidelity;

import java.util.Collection;

/**
 * The level that stands for an anchor after the two sides have talked.
 *
 * @param level 1 to 5
 * @param together whether both sides agree on it; where not, it is the lowest that anybody gave
 * @param unitReason why the unit sees it as it does; empty where they agree
 * @param coachReason the same for the coach
 */
public record Agreed(int level, boolean together, String unitReason, String coachReason) {
    /** They agree on a level. */
    public static Agreed on(int level) {
        return new Agreed(level, true, "", "");
    }

    /** They do not: the lowest of the first ratings stands, with both reasons. */
    public static Agreed not(Collection<Integer> first, String unitReason, String coachReason) {
        int lowest = first.stream().mapToInt(it -> it).min().orElse(Anchor.LOWEST);
        return new Agreed(lowest, false, unitReason, coachReason);
    }
}
