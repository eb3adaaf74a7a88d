package no.samtidig.interoperability;

import java.util.List;
import java.util.Map;
import no.samtidig.interoperability.ImportReport.Note;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * A file as it is read: one questionnaire, and what there is to tell before its items are looked at.
 *
 * @param sets value sets beside it in the same Bundle
 * @param notes about the file
 * @param items about items, by their link
 */
record FhirFile(Questionnaire questionnaire, List<ValueSet> sets, List<Note> notes, Map<String, List<Note>> items) {
    FhirFile {
        sets = List.copyOf(sets);
        notes = List.copyOf(notes);
        items = Map.copyOf(items);
    }

    /** A file that is a questionnaire and nothing else. */
    static FhirFile of(Questionnaire questionnaire) {
        return new FhirFile(questionnaire, List.of(), List.of(), Map.of());
    }
}
