package no.samtidig.improvement.coaching;

import no.samtidig.platform.code.Coded;

/** The thirty minutes of a talk ({@code journey.md} section 7). The words stand under {@code talk-agenda.<code>}. */
public enum Agenda implements Coded {
    ARRIVE(0, 3),
    TRIED(3, 8),
    ACTION(8, 15),
    OBSTACLE(15, 22),
    STEP(22, 27),
    READ(27, 30);

    private final int from;
    private final int until;

    Agenda(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /** First minute. */
    public int from() {
        return from;
    }

    /** Last minute. */
    public int until() {
        return until;
    }
}
