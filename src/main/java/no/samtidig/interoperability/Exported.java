package no.samtidig.interoperability;

import java.util.List;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Coded;

/**
 * A questionnaire as FHIR.
 *
 * @param json a Questionnaire of R4
 * @param beyond what R4 has no words for: it stands in extensions of ours, so that it comes back here, but others will not act on it
 */
public record Exported(String json, List<Beyond> beyond) {
    public Exported {
        beyond = List.copyOf(beyond);
    }

    /** Something others will not act on. */
    public record Beyond(String code, LocalizedText text, Kind kind) {}

    /** What it is; the text stands under {@code fhir.beyond.<name>}. */
    public enum Kind implements Coded {
        /** A condition inside another, or one that asks what R4 cannot ask: others show the item always. */
        SHOWN,
        /** Must be answered under a condition: others let it be left out. */
        REQUIRED,
        /** At least so many of an answer that may be left out. */
        AT_LEAST,
        /** A page without anything on it. */
        EMPTY_PAGE;

        public String key() {
            return "fhir.beyond." + code();
        }
    }
}
