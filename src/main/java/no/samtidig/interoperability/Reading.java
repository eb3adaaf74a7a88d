package no.samtidig.interoperability;

import java.util.Arrays;
import java.util.List;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Questionnaire;

/** What became of a text that should be a questionnaire of FHIR. */
public sealed interface Reading {
    /** It is one. The questionnaire is what could be kept, and the report says what that is. */
    record Read(Questionnaire questionnaire, ImportReport report) implements Reading {}

    /**
     * It is none that can be read.
     *
     * @param arguments for the text of the reason
     * @param left the items that could not be kept and why, where none could
     */
    record Refused(Reason reason, List<String> arguments, List<ImportReport.Entry> left) implements Reading {
        public Refused {
            arguments = List.copyOf(arguments);
            left = List.copyOf(left);
        }

        public Refused(Reason reason, List<String> arguments) {
            this(reason, arguments, List.of());
        }

        static Refused because(Reason reason, Object... arguments) {
            return new Refused(
                    reason, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    /** Why it cannot be read; the text stands under {@code fhir.refused.<name>}. */
    enum Reason implements Coded {
        EMPTY,
        TOO_LARGE,
        /** More text in all than a questionnaire of ours can have. */
        TOO_LONG,
        NOT_UTF8,
        XML,
        NOT_JSON,
        TOO_DEEP,
        TOO_MANY,
        TOO_MANY_OPTIONS,
        TOO_MANY_RULES,
        TOO_MANY_RULES_IN_ALL,
        NOT_FHIR,
        OTHER_TYPE,
        OTHER_VERSION,
        NO_ITEMS,
        NO_LINK,
        SAME_LINK,
        /** A Bundle of questionnaires that are not one in several languages. */
        SEVERAL,
        LOOP,
        NOTHING_LEFT,
        /** Nothing in it asks anything. */
        NO_QUESTIONS,
        /** The text that the report's page sends back came back otherwise. */
        DRAFT_BROKEN;

        public String key() {
            return "fhir.refused." + code();
        }
    }
}
