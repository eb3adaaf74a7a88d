package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/**
 * Asks whoever followed the mail program's way out whether reminders should stop: a look changes nothing, for links in mails are opened by
 * machines too.
 *
 * @param path where the answer goes
 */
public record RespondUnsubscribePage(String path) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }
}
