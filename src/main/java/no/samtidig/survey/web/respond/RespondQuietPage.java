package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/** There will be no more reminders. */
public record RespondQuietPage(String path) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }
}
