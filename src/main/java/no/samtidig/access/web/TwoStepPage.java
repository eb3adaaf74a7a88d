package no.samtidig.access.web;

import no.samtidig.access.OneTimeCodes;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Two-step sign-in: how it stands, and what one can do with it.
 *
 * @param state how it stands
 * @param sure whether one may set it up now, or must first make sure that it is oneself
 * @param trouble what went wrong with the last attempt
 */
public record TwoStepPage(OneTimeCodes.State state, boolean sure, Trouble trouble) implements Page {
    @Override
    public int status() {
        return trouble.status();
    }
}
