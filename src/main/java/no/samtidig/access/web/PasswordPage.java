package no.samtidig.access.web;

import java.util.Locale;
import no.samtidig.platform.Page;

/**
 * Changing one's own password.
 *
 * @param trouble what went wrong with the last attempt; what was typed is never given back
 */
public record PasswordPage(Trouble trouble) implements Page {
    /** What went wrong; the text stands under {@code password.trouble.<name>}. */
    public enum Trouble {
        NONE,
        WRONG_OLD,
        TOO_SHORT,
        WAIT;

        public String key() {
            return "password.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case WRONG_OLD, TOO_SHORT -> 422;
            case WAIT -> 429;
        };
    }
}
