package no.samtidig.questionnaire.web;

import java.util.Optional;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.yaml.ContentProblem;
import org.jspecify.annotations.Nullable;

/**
 * A draft as one text.
 *
 * @param revision what the form was made from
 * @param text as typed
 * @param mistake what is wrong with it
 */
public record QuestionnaireTextPage(
        String slug,
        LocalizedText title,
        int revision,
        String text,
        Optional<ContentProblem> mistake,
        Conflict conflict)
        implements Page {
    public Trouble trouble() {
        return mistake.map(it -> Trouble.at("tekst", "questionnaire-edit.as-text.mistake-at", it.line(), it.told()))
                .orElse(Trouble.NONE);
    }

    /** The line of the mistake, as it stands. */
    public @Nullable String line() {
        return mistake.flatMap(it -> text.lines().skip(it.line() - 1L).findFirst())
                .orElse(null);
    }

    @Override
    public int status() {
        return conflict.status(trouble());
    }
}
