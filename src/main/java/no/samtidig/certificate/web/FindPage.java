package no.samtidig.certificate.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * A field to type a code in, and what was wrong with the code.
 *
 * @param typed as it was typed
 * @param trouble what was wrong
 */
public record FindPage(String typed, Trouble trouble) implements Page {
    /** What was wrong; the text stands under {@code find.trouble.<name>}. */
    public enum Trouble implements Coded {
        NONE,
        EMPTY,
        /** It cannot be a code. */
        FORM,
        UNKNOWN,
        WAIT;

        public String key() {
            return "certificate.find.trouble." + code();
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case EMPTY, FORM -> 422;
            case UNKNOWN -> 404;
            case WAIT -> 429;
        };
    }
}
