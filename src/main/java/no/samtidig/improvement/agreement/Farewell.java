package no.samtidig.improvement.agreement;

import no.samtidig.platform.code.Coded;

/**
 * How a journey ended, besides its reasons.
 *
 * @param told what the staff are told, the same week; no names, nothing about patients
 * @param talk about the last talk, which is always offered
 * @param askAgain whether the region may ask again after half a year
 */
public record Farewell(String told, Talk talk, boolean askAgain) {
    /** Letters at most. */
    public static final int LONGEST = 500;

    /** The last talk. The words stand under {@code farewell.talk.<code>}. */
    public enum Talk implements Coded {
        OFFERED,
        HELD,
        DECLINED
    }
}
