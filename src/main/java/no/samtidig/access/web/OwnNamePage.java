package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Changing one's own name.
 *
 * @param name as it is, or as typed
 * @param trouble what was wrong with it
 */
public record OwnNamePage(String name, Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
