package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/**
 * A field to type an invitation's code in, and what was wrong with the code.
 *
 * @param typed as it was typed
 */
public record RespondCodePage(String typed, Trouble trouble) implements Page {
    /** What was wrong; the text stands under {@code survey-answer.code.trouble.<name>}. */
    public enum Trouble {
        NONE,
        EMPTY,
        /** It cannot be a code. */
        FORM,
        /** No invitation has it, or it was withdrawn. */
        UNKNOWN,
        WAIT;

        public String key() {
            return "survey-answer.code.trouble." + name().toLowerCase(java.util.Locale.ROOT);
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

    @Override
    public boolean withoutReader() {
        return true;
    }
}
