package no.samtidig.interoperability.web;

import no.samtidig.interoperability.Reading;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The form that takes a questionnaire of FHIR.
 *
 * @param given what was pasted, kept so that it need not be pasted again
 * @param language that a text is in where the file does not say
 * @param uploaded whether it was the file that was looked at
 * @param refused why it could not be read; null where nothing was sent
 */
public record ImportPage(String given, Language language, boolean uploaded, Reading.@Nullable Refused refused)
        implements Page {
    static ImportPage empty() {
        return new ImportPage("", Language.NB, false, null);
    }

    /** The field that the trouble is about. */
    public String field() {
        return uploaded ? "fil" : "tekst";
    }

    /** Whether this field is the one with the trouble. */
    public boolean troubled(String field) {
        return refused != null && field().equals(field);
    }

    /** What is wrong, in one sentence. */
    public String sentence(View view) {
        return refused == null
                ? ""
                : view.text(refused.reason().key(), refused.arguments().toArray());
    }

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
