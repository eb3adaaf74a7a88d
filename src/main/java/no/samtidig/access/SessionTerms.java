package no.samtidig.access;

import java.time.Duration;

/**
 * How long somebody stays signed in. The reasons stand in {@code docs/privacy.md}.
 *
 * @param unused so long without use ends it
 * @param whole so long after signing in it ends, used or not
 */
record SessionTerms(Duration unused, Duration whole) {
    /** A shift: who reads between two patients is not to sign in each time. */
    static final Duration SHIFT = Duration.ofHours(12);

    /** On one's own device one signs in once a week. */
    private static final SessionTerms OWN = new SessionTerms(SHIFT, Duration.ofDays(7));

    /** What somebody else can see of others is worth more than comfort. */
    private static final SessionTerms OWN_SEES_OTHERS = new SessionTerms(Duration.ofHours(2), SHIFT);

    /** The next one at the ward's computer is not to be somebody else. */
    private static final SessionTerms SHARED = new SessionTerms(Duration.ofMinutes(30), SHIFT);

    private static final SessionTerms SHARED_SEES_OTHERS = new SessionTerms(Duration.ofMinutes(15), SHIFT);

    /**
     * The terms of a session.
     *
     * @param own whether the device is one's own
     * @param seesOthers whether the person has a role that sees others' names or work
     */
    static SessionTerms of(boolean own, boolean seesOthers) {
        if (own) {
            return seesOthers ? OWN_SEES_OTHERS : OWN;
        }
        return seesOthers ? SHARED_SEES_OTHERS : SHARED;
    }
}
