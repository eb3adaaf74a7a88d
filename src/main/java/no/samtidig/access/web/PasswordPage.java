package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Changing one's own password.
 *
 * @param trouble what went wrong with the last attempt; what was typed is never given back
 */
public record PasswordPage(Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
