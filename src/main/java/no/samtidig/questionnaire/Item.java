package no.samtidig.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** Something in a questionnaire: a question of one of nine kinds, a text between questions, or the start of a page. */
public sealed interface Item {
    /** What it is called in the file, in rules and in exports; never changes. */
    String code();

    /** The question, the text or the page's heading. */
    LocalizedText text();

    /** When it is shown. */
    Condition shown();

    Kind kind();

    /** What kinds there are, in the order of the form that adds one. */
    enum Kind implements Coded {
        SINGLE,
        MULTIPLE,
        LIKERT,
        FREQUENCY,
        IMPORTANCE,
        SLIDER,
        NUMBER,
        SHORT_TEXT,
        LONG_TEXT,
        INFORMATION,
        PAGE;

        public static Optional<Kind> of(String code) {
            return Coded.of(Kind.class, code);
        }

        /** Whether it is answered. */
        public boolean question() {
            return this != INFORMATION && this != PAGE;
        }
    }

    /** Starts a page, with a heading. What stands before the first one is a page of its own. */
    record Page(String code, LocalizedText text, Condition shown) implements Item {
        @Override
        public Kind kind() {
            return Kind.PAGE;
        }
    }

    /** A text between questions, in Markdown. */
    record Information(String code, LocalizedText text, Condition shown) implements Item {
        @Override
        public Kind kind() {
            return Kind.INFORMATION;
        }
    }

    /** What every question has. */
    record Wording(
            String code, LocalizedText text, @Nullable LocalizedText hint, Condition shown, Condition required) {}

    /**
     * An alternative.
     *
     * @param exclusive chosen alone, such as "none of these"
     */
    record Option(String code, LocalizedText text, boolean exclusive) {}

    /**
     * A statement in a grid.
     *
     * @param reversed whether it is the low end of the scale that one would wish for, which whoever reads results must be told
     */
    record Row(String code, LocalizedText text, boolean reversed) {
        public Row(String code, LocalizedText text) {
            this(code, text, false);
        }
    }

    /** Something to answer. */
    sealed interface Question extends Item {
        Wording wording();

        @Override
        default String code() {
            return wording().code();
        }

        @Override
        default LocalizedText text() {
            return wording().text();
        }

        @Override
        default Condition shown() {
            return wording().shown();
        }

        /** When it must be answered. */
        default Condition required() {
            return wording().required();
        }

        default Optional<LocalizedText> hint() {
            return Optional.ofNullable(wording().hint());
        }

        /** The keys its answers stand under: its code, or one for each row of a grid. */
        default List<String> keys() {
            return List.of(code());
        }

        /** The row of a grid whose answer stands under a key; empty where there is none. */
        default Optional<Row> row(String key) {
            return Optional.empty();
        }

        /** What can be chosen, in order; empty where something is typed. */
        default List<String> values() {
            return List.of();
        }

        /** What is wrong with an answer that is not empty: it is one of the values, unless the kind says otherwise. */
        default Optional<Fault.Kind> fault(List<String> answer) {
            return answer.size() == 1 && values().contains(answer.getFirst())
                    ? Optional.empty()
                    : Optional.of(Fault.Kind.IMPOSSIBLE);
        }
    }

    /** So many alternatives, or rows of a grid, at most. */
    int MOST_LINES = 300;

    /** A value that says the answerer cannot tell, or that it does not apply to them. */
    String UNSURE = "vet-ikke";

    /** A value that says that it does not happen where the answerer works, apart from not knowing. */
    String IRRELEVANT = "ikke-aktuelt";

    /**
     * Whether an item asks in the same words as the one before how often it ought to be done: then the statement is told once, and both are
     * answered under it.
     *
     * @param before null where it is the first of its page
     */
    static boolean again(@Nullable Item before, Item item) {
        return before instanceof Frequency frequency
                && item instanceof Importance importance
                && frequency.anchored()
                && importance.anchored()
                && frequency.text().equals(importance.text())
                && frequency.shown().equals(importance.shown());
    }

    /** Scales whose points can be anchored: each then says how often, so that two of them can be compared. */
    sealed interface Rating extends Question {
        /** Whether the points say how often, in words. */
        boolean anchored();

        /** What others call it, such as the keys of texts and FHIR: the kind, and whether it is anchored. */
        default String scale() {
            return anchored() ? kind().code() + "-anchored" : kind().code();
        }
    }

    /** One of several. */
    record SingleChoice(Wording wording, List<Option> options) implements Question {
        public SingleChoice {
            options = List.copyOf(options);
        }

        @Override
        public Kind kind() {
            return Kind.SINGLE;
        }

        @Override
        public List<String> values() {
            return options.stream().map(Option::code).toList();
        }
    }

    /**
     * Several of several.
     *
     * @param atLeast how few may be chosen by whoever answers it, 0 where it does not matter
     * @param atMost how many may be chosen
     */
    record MultipleChoice(Wording wording, List<Option> options, int atLeast, int atMost) implements Question {
        public MultipleChoice {
            options = List.copyOf(options);
        }

        @Override
        public Kind kind() {
            return Kind.MULTIPLE;
        }

        @Override
        public List<String> values() {
            return options.stream().map(Option::code).toList();
        }

        @Override
        public Optional<Fault.Kind> fault(List<String> answer) {
            if (!values().containsAll(answer) || answer.stream().distinct().count() != answer.size()) {
                return Optional.of(Fault.Kind.IMPOSSIBLE);
            }
            boolean alone = options.stream().anyMatch(it -> it.exclusive() && answer.contains(it.code()));
            if (alone) {
                return answer.size() == 1 ? Optional.empty() : Optional.of(Fault.Kind.NOT_TOGETHER);
            }
            if (answer.size() > atMost) {
                return Optional.of(Fault.Kind.TOO_MANY);
            }
            return answer.size() < atLeast ? Optional.of(Fault.Kind.TOO_FEW) : Optional.empty();
        }
    }

    /**
     * Statements on one scale.
     *
     * @param points from most negative to most positive; their values are 1, 2, 3 …
     * @param unsure whether {@link #UNSURE} can be chosen
     */
    record LikertGrid(Wording wording, List<LocalizedText> points, boolean unsure, List<Row> rows) implements Question {
        public LikertGrid {
            points = List.copyOf(points);
            rows = List.copyOf(rows);
        }

        @Override
        public Kind kind() {
            return Kind.LIKERT;
        }

        /** The key a row's answer stands under. */
        public String key(Row row) {
            return code() + "." + row.code();
        }

        @Override
        public List<String> keys() {
            return rows.stream().map(this::key).toList();
        }

        @Override
        public Optional<Row> row(String key) {
            return rows.stream().filter(it -> key(it).equals(key)).findFirst();
        }

        @Override
        public List<String> values() {
            return scale(1, points.size(), unsure);
        }
    }

    /**
     * How often something is done: 0 never to 4 always, or unsure.
     *
     * @param anchored whether each point says how often of the times it is called for, and {@link #IRRELEVANT} is an answer apart from
     *     {@link #UNSURE}
     */
    record Frequency(Wording wording, boolean anchored) implements Rating {
        private static final List<String> VALUES = List.copyOf(Item.scale(0, 4, true));
        private static final List<String> APART =
                Stream.concat(VALUES.stream(), Stream.of(IRRELEVANT)).toList();

        public Frequency(Wording wording) {
            this(wording, false);
        }

        @Override
        public Kind kind() {
            return Kind.FREQUENCY;
        }

        @Override
        public List<String> values() {
            return anchored ? APART : VALUES;
        }
    }

    /**
     * How important something is: 0 not to 4 very, or unsure.
     *
     * @param anchored whether each point says how often it ought to happen, in the same unit as an anchored {@link Frequency}: only then
     *     is the difference between the two one of things of one kind
     */
    record Importance(Wording wording, boolean anchored) implements Rating {
        private static final List<String> VALUES = List.copyOf(Item.scale(0, 4, true));

        public Importance(Wording wording) {
            this(wording, false);
        }

        @Override
        public Kind kind() {
            return Kind.IMPORTANCE;
        }

        @Override
        public List<String> values() {
            return VALUES;
        }
    }

    /** A whole number from 0 to 10, with words at both ends. */
    record Slider(Wording wording, LocalizedText low, LocalizedText high) implements Question {
        private static final List<String> VALUES = List.copyOf(Item.scale(0, 10, false));

        @Override
        public Kind kind() {
            return Kind.SLIDER;
        }

        @Override
        public List<String> values() {
            return VALUES;
        }
    }

    /** A whole number within bounds, both included. */
    record NumberQuestion(
            Wording wording, int least, int most, @Nullable LocalizedText unit) implements Question {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public Optional<Fault.Kind> fault(List<String> answer) {
            if (answer.size() != 1 || !answer.getFirst().matches("-?\\d{1,9}")) {
                return Optional.of(Fault.Kind.NO_NUMBER);
            }
            int number = Integer.parseInt(answer.getFirst());
            return number < least || number > most ? Optional.of(Fault.Kind.OUT_OF_BOUNDS) : Optional.empty();
        }
    }

    /**
     * A line.
     *
     * @param most letters
     */
    record ShortText(Wording wording, int most) implements Question {
        @Override
        public Kind kind() {
            return Kind.SHORT_TEXT;
        }

        @Override
        public Optional<Fault.Kind> fault(List<String> answer) {
            return typed(answer, most);
        }
    }

    /**
     * A longer text.
     *
     * @param most letters
     */
    record LongText(Wording wording, int most) implements Question {
        @Override
        public Kind kind() {
            return Kind.LONG_TEXT;
        }

        @Override
        public Optional<Fault.Kind> fault(List<String> answer) {
            return typed(answer, most);
        }
    }

    private static Optional<Fault.Kind> typed(List<String> answer, int most) {
        if (answer.size() != 1) {
            return Optional.of(Fault.Kind.IMPOSSIBLE);
        }
        String text = answer.getFirst();
        return text.codePointCount(0, text.length()) > most ? Optional.of(Fault.Kind.TOO_LONG) : Optional.empty();
    }

    private static List<String> scale(int from, int to, boolean unsure) {
        Stream<String> numbers = IntStream.rangeClosed(from, to).mapToObj(String::valueOf);
        return (unsure ? Stream.concat(numbers, Stream.of(UNSURE)) : numbers).toList();
    }
}
