package no.samtidig.improvement.coaching;

import no.samtidig.platform.code.Coded;

/** What a talk is about besides the one action, by its number ({@code journey.md} section 7). The words stand under {@code talk-theme.<code>}. */
public enum Theme implements Coded {
    /** Goal, first test, night shift. */
    BEGINNING(3),
    /** Resistance, fear of the answer. */
    RESISTANCE(6),
    /** The plan, own data. */
    PLAN(9),
    /** New staff, the round at six months. */
    NEW_STAFF(13),
    /** One module a month. */
    MODULE(19),
    SUSTAINING(22),
    HAND_OVER(Integer.MAX_VALUE);

    private final int until;

    Theme(int until) {
        this.until = until;
    }

    /** The theme of a talk. */
    public static Theme of(int number) {
        for (Theme it : values()) {
            if (number <= it.until) {
                return it;
            }
        }
        return HAND_OVER;
    }
}
