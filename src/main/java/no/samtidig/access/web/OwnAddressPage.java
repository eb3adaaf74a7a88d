package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Asking for another mail address.
 *
 * @param now the address in use
 * @param typed the new one, as typed
 * @param sent the address a mail is on its way to; empty where none is
 * @param trouble what was wrong with it
 */
public record OwnAddressPage(String now, String typed, String sent, Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
