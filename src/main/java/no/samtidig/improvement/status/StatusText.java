package no.samtidig.improvement.status;

import java.util.List;
import java.util.Map;
import no.samtidig.platform.Language;

/**
 * A status in words.
 *
 * @param sections in bokmål and nynorsk
 */
public record StatusText(Map<Language, List<Section>> sections) {
    public StatusText {
        sections = Map.copyOf(sections);
    }

    /**
     * A part of it.
     *
     * @param title a heading
     * @param lines sentences
     */
    public record Section(String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** In nynorsk, or else in bokmål. */
    public List<Section> in(Language language) {
        return sections.getOrDefault(language == Language.NN ? Language.NN : Language.NB, List.of());
    }
}
