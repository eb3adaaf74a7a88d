package no.samtidig.access.web;

import java.util.List;
import no.samtidig.access.SignInOffers;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * The way in.
 *
 * @param email as typed; the password is never given back
 * @param trouble what went wrong with the last attempt
 * @param back where to go afterwards; empty for the person's own page
 * @param offers made-up people to sign in as; empty outside the demo
 * @param ended whether the reader was signed in here and no longer is
 * @param passkeyHost the name passkeys are tied to; empty where they do not work at our address
 */
public record SignInPage(
        String email, Trouble trouble, String back, List<SignInOffers.Offer> offers, boolean ended, String passkeyHost)
        implements Page {
    public SignInPage {
        offers = List.copyOf(offers);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
