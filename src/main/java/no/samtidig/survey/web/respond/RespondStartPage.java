package no.samtidig.survey.web.respond;

import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.RichText;
import no.samtidig.questionnaire.Condition;

/**
 * The first page of answering: what it is, how long it takes, that it is voluntary, and what becomes of the answer.
 *
 * @param place the name of the unit that the invitation is for; empty where it is not told
 */
public record RespondStartPage(RespondForm form, String place) implements Page {
    @Override
    public boolean withoutReader() {
        return true;
    }

    /** Whether every question may be left out. */
    public boolean mayLeaveOut() {
        return form.questionnaire().questions().stream()
                .allMatch(it -> it.required().equals(Condition.NEVER));
    }

    public RichText introduction(Language language) {
        return RichText.orPlain(form.questionnaire().introduction().in(language).value());
    }
}
