package no.samtidig.improvement.web.delta;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/**
 * A field to type a meeting's code in, and what was wrong with it.
 *
 * @param typed as it was typed
 */
public record DeltaCodePage(String typed, Why why) implements Page {
    /** What was wrong; the text stands under {@code delta.trouble.<code>}. */
    public enum Why implements Coded {
        NONE,
        EMPTY,
        /** It cannot be a code. */
        FORM,
        /** No meeting has it, or the meeting is over. */
        UNKNOWN,
        WAIT
    }

    public Trouble trouble() {
        return why == Why.NONE ? Trouble.NONE : Trouble.at("kode", "delta.trouble." + why.code());
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
