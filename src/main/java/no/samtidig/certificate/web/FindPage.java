package no.samtidig.certificate.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/**
 * A field to type a code in, and what was wrong with the code.
 *
 * @param typed as it was typed
 * @param wrong what was wrong
 */
public record FindPage(String typed, Wrong wrong) implements Page {
    /** What was wrong; the text stands under {@code certificate.find.trouble.<name>}. */
    public enum Wrong implements Coded {
        NOTHING,
        EMPTY,
        /** It cannot be a code. */
        FORM,
        UNKNOWN,
        WAIT
    }

    public Trouble trouble() {
        return wrong == Wrong.NOTHING ? Trouble.NONE : Trouble.at("kode", "certificate.find.trouble." + wrong.code());
    }

    @Override
    public int status() {
        return switch (wrong) {
            case NOTHING -> 200;
            case EMPTY, FORM -> 422;
            case UNKNOWN -> 404;
            case WAIT -> 429;
        };
    }
}
