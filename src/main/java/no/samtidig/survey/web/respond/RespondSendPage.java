package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;

/** The last page before the answer is sent: what is about to happen, and that it cannot be undone. */
public record RespondSendPage(RespondForm form) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }

    public int side() {
        return form.questionnaire().sheets().size() + 1;
    }
}
