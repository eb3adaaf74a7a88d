package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/**
 * There will be no more reminders.
 *
 * @param path back to the survey; empty for whoever came by another way than its link
 */
public record RespondQuietPage(String path) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }
}
