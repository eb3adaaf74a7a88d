package no.samtidig.questionnaire.web;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Questionnaire;

/**
 * Starting a questionnaire, empty or as a copy.
 *
 * @param copies what can be copied
 * @param title as typed
 * @param slug the address, as typed; empty where one shall be made from the title
 * @param from which to copy; empty for none
 */
public record NewQuestionnairePage(
        List<Questionnaire> copies, Both title, String slug, String from, List<Trouble> troubles) implements Page {
    public NewQuestionnairePage {
        copies = List.copyOf(copies);
        troubles = List.copyOf(troubles);
    }

    @Override
    public int status() {
        return troubles.isEmpty() ? 200 : 422;
    }
}
