package no.samtidig.access.web;

import no.samtidig.access.PasswordPolicy;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Changing one's own password.
 *
 * @param trouble what went wrong with the last attempt; what was typed is never given back
 * @param weakness why the new one is not good enough; null where that is not the trouble
 */
public record PasswordPage(Trouble trouble, PasswordPolicy.@Nullable Weakness weakness) implements Page {
    /** What went wrong; the text stands under {@code password.trouble.<name>}, of a weak new one under {@code password.weak}. */
    public enum Trouble implements Coded {
        NONE,
        WRONG_OLD,
        WEAK,
        WAIT;

        public String key() {
            return "password.trouble." + code();
        }
    }

    @Override
    public int status() {
        return switch (trouble) {
            case NONE -> 200;
            case WRONG_OLD, WEAK -> 422;
            case WAIT -> 429;
        };
    }
}
