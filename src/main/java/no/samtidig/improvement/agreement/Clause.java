package no.samtidig.improvement.agreement;

import no.samtidig.platform.LocalizedText;

/**
 * One clause of the agreement.
 *
 * @param id never changes its meaning
 * @param text in bokmål and nynorsk; {@link #GOAL}'s has brackets that {@link Goal} fills
 */
public record Clause(String id, LocalizedText text) {
    /** The clause that the unit fills in. */
    public static final String GOAL = "malet";

    public boolean goal() {
        return id.equals(GOAL);
    }
}
