package no.samtidig.improvement.result;

import no.samtidig.platform.code.Coded;

/**
 * About how many of a few, in words: {@code result.share.<code>}. Never <i>all</i> and never <i>none</i>: that would tell everybody's
 * answer.
 */
public enum Share implements Coded {
    /** None, or so few that it could be one. */
    FEW,
    /** None of the others. */
    SPLIT,
    /** 40 to 60 per cent. */
    HALF,
    /** All, or all but a few. */
    MOST;

    /** The words for so many of so many: 5 or more. */
    public static Share of(int count, int of) {
        if (of < GapResult.SHOWN || count < 0 || count > of) {
            throw new IllegalArgumentException("no words for " + count + " of " + of);
        }
        int margin = Math.max(1, of / 4);
        if (count <= margin) {
            return FEW;
        }
        if (count >= of - margin) {
            return MOST;
        }
        return 10 * count >= 4 * of && 10 * count <= 6 * of ? HALF : SPLIT;
    }
}
