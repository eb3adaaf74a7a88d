package no.samtidig.interoperability.web;

import java.util.List;
import no.samtidig.interoperability.Exported;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Questionnaire;

/**
 * What another system will understand of a questionnaire, before it is downloaded.
 *
 * @param draft whether nothing of it is published yet
 * @param beyond what only we understand
 */
public record ExportPage(Questionnaire questionnaire, boolean draft, List<Exported.Beyond> beyond) implements Page {
    public ExportPage {
        beyond = List.copyOf(beyond);
    }
}
