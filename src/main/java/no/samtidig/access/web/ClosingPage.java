package no.samtidig.access.web;

import java.time.LocalDate;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Closing one's own account.
 *
 * @param hasPassword whether to ask for it
 * @param sure whether somebody without one has just made sure that it is them
 * @param onlyAdministrator whether it cannot be closed, because nobody else could let people in
 * @param lastDay until when it could be opened again
 * @param trouble what went wrong with the last attempt
 */
public record ClosingPage(
        boolean hasPassword, boolean sure, boolean onlyAdministrator, LocalDate lastDay, Trouble trouble)
        implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
