package no.samtidig.access.web;

import java.time.LocalDate;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

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
    /** What went wrong; the text stands under {@code closing.trouble.<name>}. */
    public enum Trouble implements Coded {
        NONE,
        UNCERTAIN,
        WRONG,
        WAIT,
        ONLY_ADMINISTRATOR;

        public String key() {
            return "closing.trouble." + code();
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case UNCERTAIN, WRONG, ONLY_ADMINISTRATOR -> 422;
            case WAIT -> 429;
        };
    }
}
