package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Making sure that it is oneself, before one changes how one signs in.
 *
 * @param back where to go afterwards
 * @param hasPassword whether one can give a password
 * @param passkeyHost the name one's passkeys are tied to; empty where one has none that works here
 * @param trouble what went wrong with the last attempt
 */
public record SurePage(String back, boolean hasPassword, String passkeyHost, Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
