package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/**
 * A field to type an invitation's code in, and what was wrong with the code.
 *
 * @param typed as it was typed
 */
public record RespondCodePage(String typed, Why why) implements Page {
    /** What was wrong; the text stands under {@code survey-answer.code.trouble.<name>}. */
    public enum Why implements Coded {
        NONE,
        EMPTY,
        /** It cannot be a code. */
        FORM,
        /** No invitation has it, or it was withdrawn. */
        UNKNOWN,
        WAIT
    }

    public Trouble trouble() {
        return why == Why.NONE ? Trouble.NONE : Trouble.at("kode", "survey-answer.code.trouble." + why.code());
    }

    @Override
    public int status() {
        return switch (why) {
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
