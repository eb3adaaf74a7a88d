package no.samtidig.search;

import java.util.List;
import java.util.Map;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Sentence;

/**
 * One place that a search can find, in all its languages, so that a word of one language finds the text in another.
 *
 * @param kind what is found
 * @param of what it belongs to: a part and its whole have the same
 * @param address where it is read; empty for what is read only where it is cited
 * @param part whether it is a part of something that can be found itself, as a step is of a lesson
 * @param title heading
 * @param passages what else stands there, piece by piece, in each language
 * @param facts what is said of it beside the text
 * @param cites what others it shows, by what they belong to
 */
public record Findable(
        Findables.Kind kind,
        String of,
        String address,
        boolean part,
        LocalizedText title,
        Map<Language, List<String>> passages,
        List<Sentence> facts,
        List<String> cites) {
    public Findable {
        passages = Map.copyOf(passages);
        facts = List.copyOf(facts);
        cites = List.copyOf(cites);
    }
}
