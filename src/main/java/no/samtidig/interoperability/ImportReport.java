package no.samtidig.interoperability;

import java.util.Arrays;
import java.util.List;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What came along of a questionnaire that was brought in, item by item in its own order. Each item of it stands here, also those that
 * could not be kept.
 *
 * @param whole about the questionnaire itself: its title, its introduction, its other fields
 * @param entries about its items
 */
public record ImportReport(Entry whole, List<Entry> entries) {
    public ImportReport {
        entries = List.copyOf(entries);
    }

    /** What became of one item. */
    public enum Outcome implements Coded {
        /** All of it is here. */
        WHOLE,
        /** It is here, but something about it is not as it was. */
        CHANGED,
        /** It is not here. */
        LEFT_OUT;

        public String key() {
            return "fhir.outcome." + code();
        }
    }

    /**
     * One item.
     *
     * @param link its {@code linkId}; empty for the questionnaire itself
     * @param type its type as FHIR calls it
     * @param text what it says; may be empty
     * @param notes why the outcome is what it is, and what is missing
     */
    public record Entry(String link, String type, String text, Outcome outcome, List<Note> notes) {
        public Entry {
            notes = List.copyOf(notes);
        }
    }

    /** Something to know about an item. */
    public record Note(Kind kind, List<String> arguments) {
        public Note {
            arguments = List.copyOf(arguments);
        }

        static Note of(Kind kind, @Nullable Object... arguments) {
            return new Note(
                    kind,
                    Arrays.stream(arguments)
                            .map(it -> it == null ? "?" : FhirTexts.shortened(it.toString()))
                            .toList());
        }
    }

    /** How many items have this outcome. */
    public long count(Outcome outcome) {
        return entries.stream().filter(it -> it.outcome() == outcome).count();
    }

    /** Whether nothing was lost or changed, anywhere. */
    public boolean lossless() {
        return whole.outcome() == Outcome.WHOLE && count(Outcome.WHOLE) == entries.size();
    }

    /** What there is to know; the text stands under {@code fhir.note.<name>}. */
    public enum Kind implements Coded {
        // only to know
        JOINED(Outcome.WHOLE),
        MISSING_LANGUAGE(Outcome.WHOLE),
        // changed
        ANSWER_LABELS(Outcome.CHANGED),
        AT_LEAST(Outcome.CHANGED),
        BEHAVIOUR_ALL(Outcome.CHANGED),
        BEHAVIOUR_ANY(Outcome.CHANGED),
        BOUNDS(Outcome.CHANGED),
        CODE(Outcome.CHANGED),
        CODE_SYSTEM(Outcome.CHANGED),
        CONDITION(Outcome.CHANGED),
        CONDITION_DIFFERS(Outcome.CHANGED),
        CONDITION_EXPRESSION(Outcome.CHANGED),
        CONTROL(Outcome.CHANGED),
        COPYRIGHT(Outcome.CHANGED),
        DECIMAL(Outcome.CHANGED),
        DESIGNATION(Outcome.CHANGED),
        DISPLAY_MOVED(Outcome.CHANGED),
        ESCAPED(Outcome.CHANGED),
        EXTENSION(Outcome.CHANGED),
        EXTENSION_UNNAMED(Outcome.CHANGED),
        FIELD(Outcome.CHANGED),
        FLATTENED(Outcome.CHANGED),
        FORMATTING(Outcome.CHANGED),
        GROUP_WITHOUT_TEXT(Outcome.CHANGED),
        INTRODUCTION(Outcome.CHANGED),
        INVALID(Outcome.CHANGED),
        LANGUAGE(Outcome.CHANGED),
        LANGUAGE_LEFT_OUT(Outcome.CHANGED),
        LONGEST(Outcome.CHANGED),
        MARKDOWN_DIFFERS(Outcome.CHANGED),
        MINUTES(Outcome.CHANGED),
        NESTED(Outcome.CHANGED),
        NESTED_APART(Outcome.CHANGED),
        NEW_PAGE(Outcome.CHANGED),
        NO_LANGUAGE(Outcome.CHANGED),
        ONLY_IN(Outcome.CHANGED),
        OPEN_CHOICE(Outcome.CHANGED),
        OPTIONAL(Outcome.CHANGED),
        OPTION_CODES(Outcome.CHANGED),
        OPTION_TEXT(Outcome.CHANGED),
        PAGE(Outcome.CHANGED),
        PARENT_LEFT_OUT(Outcome.CHANGED),
        PREFIX(Outcome.CHANGED),
        QUANTITY(Outcome.CHANGED),
        READ_ONLY_TEXT(Outcome.CHANGED),
        RESOURCE(Outcome.CHANGED),
        SCALE(Outcome.CHANGED),
        SHORTENED(Outcome.CHANGED),
        TITLE(Outcome.CHANGED),
        TRANSLATION(Outcome.CHANGED),
        UNKNOWN_FIELD(Outcome.CHANGED),
        VALUE_SET_COPIED(Outcome.CHANGED),
        VALUE_SET_PART(Outcome.CHANGED),
        VERSION_DIFFERS(Outcome.CHANGED),
        YES_NO(Outcome.CHANGED),
        // left out
        FEW_OPTIONS(Outcome.LEFT_OUT),
        HELP_LEFT_OUT(Outcome.LEFT_OUT),
        HIDDEN(Outcome.LEFT_OUT),
        MODIFIER(Outcome.LEFT_OUT),
        NO_PLACE(Outcome.LEFT_OUT),
        NO_TEXT(Outcome.LEFT_OUT),
        READ_ONLY(Outcome.LEFT_OUT),
        TYPE(Outcome.LEFT_OUT),
        VALUE_SET(Outcome.LEFT_OUT),
        VALUE_SET_LONG(Outcome.LEFT_OUT),
        VALUE_SET_RULE(Outcome.LEFT_OUT);

        private final Outcome outcome;

        Kind(Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }

        public String key() {
            return "fhir.note." + code();
        }
    }
}
