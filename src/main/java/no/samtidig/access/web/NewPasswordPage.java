package no.samtidig.access.web;

import no.samtidig.access.PasswordPolicy;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Choosing a new password.
 *
 * @param path the link's own path
 * @param trouble what was wrong with the one just tried
 */
public record NewPasswordPage(String path, Trouble trouble) implements Page {
    /** A password is not good enough; for every form that asks for a new one. */
    static Trouble weak(PasswordPolicy.Weakness weakness) {
        return Trouble.at(
                "passord", "password.weak." + weakness.code(), PasswordPolicy.SHORTEST, PasswordPolicy.LONGEST);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
