package no.samtidig.questionnaire.web;

import java.util.Optional;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * A draft as one text.
 *
 * @param revision what the form was made from
 * @param text as typed
 * @param mistake what is wrong with it
 */
public record QuestionnaireTextPage(
        String slug, LocalizedText title, int revision, String text, Optional<TextProblem> mistake, Conflict conflict)
        implements Page {
    /** The line of the mistake, as it stands. */
    public @Nullable String line() {
        return mistake.flatMap(it -> text.lines().skip(it.line() - 1L).findFirst())
                .orElse(null);
    }

    @Override
    public int status() {
        return conflict != Conflict.NONE ? 409 : mistake.isPresent() ? 422 : 200;
    }
}
