package no.samtidig.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.LocalizedText;

/**
 * A statement the programme builds on or meets, with everything that speaks for it and against it.
 *
 * @param id never changes
 * @param claim the statement as people say it, which may be stronger than the knowledge
 * @param supporting studies for it
 * @param nullOrAgainst studies that found no difference, or the opposite
 * @param partial studies that speak for a part of it
 * @param notes study id to a short note on how the study bears on this claim, in Norwegian
 * @param certainty how sure
 * @param why what the certainty rests on
 * @param applicability whom it holds for
 * @param wording how it may be said
 * @param assessed when it was judged
 * @param nextReview when it must be looked at again
 */
public record Claim(
        String id,
        LocalizedText claim,
        List<Study> supporting,
        List<Study> nullOrAgainst,
        List<Study> partial,
        Map<String, String> notes,
        Certainty certainty,
        LocalizedText why,
        LocalizedText applicability,
        LocalizedText wording,
        LocalDate assessed,
        LocalDate nextReview) {
    public Claim {
        supporting = List.copyOf(supporting);
        nullOrAgainst = List.copyOf(nullOrAgainst);
        partial = List.copyOf(partial);
        notes = Map.copyOf(notes);
    }
}
