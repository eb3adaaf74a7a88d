package no.samtidig.access.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;

/**
 * Making sure that it is oneself, before one changes how one signs in.
 *
 * @param back where to go afterwards
 * @param hasPassword whether one can give a password
 * @param passkeyHost the name one's passkeys are tied to; empty where one has none that works here
 * @param trouble what went wrong with the last attempt
 */
public record SurePage(String back, boolean hasPassword, String passkeyHost, Trouble trouble) implements Page {
    /** What went wrong; the text stands under {@code sure.trouble.<name>}. */
    public enum Trouble implements Coded {
        NONE,
        WRONG,
        WAIT,
        PASSKEY;

        public String key() {
            return "sure.trouble." + code();
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case WRONG, PASSKEY -> 422;
            case WAIT -> 429;
        };
    }
}
