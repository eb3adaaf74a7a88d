package no.samtidig.questionnaire.web;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import no.samtidig.questionnaire.Questionnaire;

/**
 * Starting a questionnaire, empty or as a copy.
 *
 * @param copies what can be copied
 * @param title as typed
 * @param slug the address, as typed; empty where one shall be made from the title
 * @param from which to copy; empty for none
 * @param trouble what is wrong with what was typed
 */
public record NewQuestionnairePage(List<Questionnaire> copies, Both title, String slug, String from, Trouble trouble)
        implements Page {
    public NewQuestionnairePage {
        copies = List.copyOf(copies);
    }

    public List<Option> options(View view) {
        return copies.stream()
                .map(it -> Option.of(it.slug(), it.title().in(view.language()).value()))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
