package no.samtidig.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.platform.Language;

/**
 * What a directive can point at.
 *
 * @param drawings the module's, by file name
 * @param films the module's films and captions, by file name
 * @param shared what all modules share
 */
record Material(EvidenceRegister evidence, Map<String, Drawing> drawings, Set<String> films, Shared shared) {
    /**
     * Texts that stand in many lessons and are kept once.
     *
     * @param ladders by language
     * @param sheets by name, then language
     * @param voices by name
     */
    record Shared(Map<Language, Ladder> ladders, Map<String, Map<Language, Sheet>> sheets, Map<String, Voice> voices) {
        Optional<Ladder> ladder(Language language) {
            return nearest(ladders, language);
        }

        Optional<Sheet> sheet(String slug, Language language) {
            return nearest(sheets.getOrDefault(slug, Map.of()), language);
        }

        private static <T> Optional<T> nearest(Map<Language, T> texts, Language language) {
            return Optional.ofNullable(texts.getOrDefault(language, texts.get(Language.NB)));
        }
    }
}
