package no.samtidig.access.web;

import java.util.List;
import no.samtidig.access.SignInOffers;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * The way in.
 *
 * @param email as typed; the password is never given back
 * @param trouble what went wrong with the last attempt
 * @param back where to go afterwards; empty for the person's own page
 * @param offers made-up people to sign in as; empty outside the demo
 * @param passkeyHost the name passkeys are tied to; empty where they do not work at our address
 */
public record SignInPage(
        String email, Trouble trouble, String back, List<SignInOffers.Offer> offers, String passkeyHost)
        implements Page {
    public SignInPage {
        offers = List.copyOf(offers);
    }

    /** What went wrong; the text stands under {@code sign-in.trouble.<name>}. */
    public enum Trouble implements Coded {
        NONE,
        EMPTY,
        REFUSED,
        WAIT,
        /** The code came too long after the password. */
        TOO_LATE,
        /** The passkey is not known here, or its answer did not hold. */
        PASSKEY;

        /** Whether it is about what was typed into the form. */
        public boolean ofTheForm() {
            return this == EMPTY || this == REFUSED || this == WAIT;
        }

        public String key() {
            return "sign-in.trouble." + code();
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case EMPTY, REFUSED, TOO_LATE, PASSKEY -> 422;
            case WAIT -> 429;
        };
    }
}
