package no.samtidig.interoperability.web;

import java.util.List;
import no.samtidig.interoperability.ImportReport;
import no.samtidig.interoperability.Reading;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
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

    /** Items told at most: the rest is counted. */
    private static final int TOLD = 10;

    /** The items that could not be kept, with their reasons, where none could. */
    public List<ImportReport.Entry> left() {
        return refused == null ? List.of() : refused.left().stream().limit(TOLD).toList();
    }

    /** How many more there are. */
    public int more() {
        return refused == null ? 0 : Math.max(0, refused.left().size() - TOLD);
    }

    /** What is wrong, at what was looked at. */
    public Trouble trouble() {
        return refused == null
                ? Trouble.NONE
                : Trouble.at(
                        uploaded ? "fil" : "tekst",
                        refused.reason().key(),
                        refused.arguments().toArray());
    }

    @Override
    public int status() {
        return trouble().status();
    }
}
