package no.samtidig.access.web;

import no.samtidig.access.PasswordPolicy;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * Choosing a new password.
 *
 * @param path the link's own path
 * @param weakness what was wrong with the one just tried; null where nothing was
 */
public record NewPasswordPage(String path, PasswordPolicy.@Nullable Weakness weakness) implements Page {
    @Override
    public int status() {
        return weakness == null ? 200 : 422;
    }
}
