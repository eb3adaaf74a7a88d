package no.samtidig.improvement.web.pipeline;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Bringing a list of contacts.
 *
 * @param text as pasted
 */
public record ContactListPage(String text, Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
