package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Edition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;

/**
 * A questionnaire as those who answer it meet it.
 *
 * @param questionnaire which text is shown
 * @param draft whether it is the draft
 * @param edition the newest published, if any
 * @param drafted whether there is a draft
 * @param language which language it is shown in
 * @param done whether it was just published
 */
public record QuestionnairePage(
        Questionnaire questionnaire,
        boolean draft,
        Optional<Edition> edition,
        boolean drafted,
        Language language,
        boolean done)
        implements Page {
    /** The view of somebody who answers in the language it is shown in. */
    public View seen(View view) {
        return view.in(language);
    }

    /** Everything on a page, whatever its rules say. */
    public static List<ItemView> items(Questionnaire.Sheet sheet) {
        return sheet.items().stream()
                .map(it -> new ItemView(
                        it,
                        true,
                        it instanceof Item.Question question
                                && question.required().equals(Condition.ALWAYS),
                        Answers.NONE,
                        Map.of()))
                .toList();
    }

    /** Whether the page is shown only to some. */
    public boolean sometimes(Questionnaire.Sheet sheet) {
        return sheet.start().filter(it -> !it.shown().equals(Condition.ALWAYS)).isPresent();
    }

    public String path() {
        return "/skjemaer/" + questionnaire.slug();
    }
}
