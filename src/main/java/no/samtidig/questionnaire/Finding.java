package no.samtidig.questionnaire;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.code.Coded;

/**
 * Something the check list found.
 *
 * @param item where; empty where it is about title, introduction or the whole
 * @param excerpt the text it is about, shortened; empty where it is about no one text
 * @param details what the sentence about it needs, in the order its {@link Kind} says
 */
public record Finding(Kind kind, Optional<String> item, String excerpt, List<String> details) {
    /** How much a finding weighs. */
    public enum Severity implements Coded {
        /** It cannot be published. */
        STOPS,
        /** Somebody should look, and may let it stand. */
        LOOK;
    }

    /** What can be found. The words stand under {@code questionnaires.check.<code>}. */
    public enum Kind implements Coded {
        NO_QUESTION(Severity.STOPS),
        /** {0} language. */
        MISSING_LANGUAGE(Severity.STOPS),
        NO_TEXT(Severity.STOPS),
        /** {0} the label. */
        SAME_LABEL(Severity.STOPS),
        NEVER_SHOWN(Severity.STOPS),
        NEVER_REQUIRED(Severity.LOOK),
        EMPTY_PAGE(Severity.LOOK),
        LOPSIDED(Severity.LOOK),
        /** {0} the words. */
        DOUBLE(Severity.LOOK),
        /** {0} the words. */
        NEGATED_TWICE(Severity.LOOK),
        /** {0} the words. */
        LEADING(Severity.LOOK),
        /** {0} words. */
        LONG(Severity.LOOK),
        /** {0} LIX, {1} language. */
        HARD(Severity.LOOK),
        /** {0} LIX, {1} language. */
        HARD_WHOLE(Severity.LOOK),
        /** {0} minutes told, {1} minutes worked out. */
        MINUTES(Severity.LOOK),
        /** {0} required, {1} questions. */
        MUCH_REQUIRED(Severity.LOOK);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    public Finding {
        details = List.copyOf(details);
    }

    public Severity severity() {
        return kind.severity;
    }

    public boolean stops() {
        return kind.severity == Severity.STOPS;
    }
}
