package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/**
 * The same for everybody who has sent an answer: it tells nothing of who or what.
 *
 * @param trial the form was only tried
 */
public record RespondReceiptPage(boolean trial) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }
}
