package no.samtidig.access;

import java.time.Duration;
import no.samtidig.platform.Misses.Limit;

/** How often one may guess at what proves who somebody is, before one must wait. */
final class Guessing {
    private static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** At a password on the way in, for each mail address and network address together. */
    static final Limit SIGN_IN = new Limit("sign-in", MOST, WINDOW);

    /** At the password of somebody who is signed in. */
    static final Limit PASSWORD = new Limit("password", MOST, WINDOW);

    /** At a code of an authenticator app, or a recovery code, from one known device or one network address. */
    static final Limit CODE = new Limit("one-time-code", MOST, WINDOW);

    /** The same from all devices together that are not known: 720 a day of a million codes, of which three are right at a time. */
    static final Limit CODE_ELSEWHERE = new Limit("one-time-code-elsewhere", 30, Duration.ofHours(1));

    private Guessing() {}
}
