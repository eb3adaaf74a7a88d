package no.samtidig.interoperability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.interoperability.FhirConditions.Answer;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** Questions with alternatives: yes or no, one of them, several of them, or a scale whose words come with the kind of question. */
final class FhirChoices {
    /** To ask a kind of scale for its values. */
    private static final Item.Wording NOTHING =
            new Item.Wording("x", new LocalizedText(Map.of(Language.NB, "x")), null, Condition.ALWAYS, Condition.NEVER);

    private final Questionnaire from;
    private final FhirValueSets sets;
    private final FhirTexts texts;
    private final Texts labels;
    private final FhirWording wording;
    private final FhirConditions conditions;

    /**
     * Gets ready.
     *
     * @param sets the value sets in the file
     * @param labels what our own alternatives are called
     */
    FhirChoices(
            Questionnaire from,
            FhirValueSets sets,
            FhirTexts texts,
            Texts labels,
            FhirWording wording,
            FhirConditions conditions) {
        this.from = from;
        this.sets = sets;
        this.texts = texts;
        this.labels = labels;
        this.wording = wording;
        this.conditions = conditions;
    }

    /** An alternative as FHIR has it: its value as rules name it, its code or what it says instead of one, and where it stands. */
    record Choice(
            String value,
            @Nullable Coding coding,
            PrimitiveType<?> words,
            @Nullable QuestionnaireItemAnswerOptionComponent option) {
        private static Choice of(Coding coding, @Nullable QuestionnaireItemAnswerOptionComponent option) {
            String code = Fhir.said(coding.getCode());
            return new Choice(
                    code.isBlank() ? Fhir.said(coding.getDisplay()) : code, coding, coding.getDisplayElement(), option);
        }

        /** The same as rules may name it. */
        Answer answer(String ours) {
            Coding code = coding;
            return new Answer(code == null ? "" : Fhir.said(code.getSystem()), value, code != null, ours);
        }
    }

    Item.Question yesOrNo(FhirItem item, Condition shown, LocalizedText text) {
        item.line().note(Kind.YES_NO);
        item.otherControl();
        Item.Question question = new Item.SingleChoice(
                wording.of(item, shown, text),
                List.of(
                        new Item.Option("ja", FhirWriter.label(labels, "fhir.yes"), false),
                        new Item.Option("nei", FhirWriter.label(labels, "fhir.no"), false)));
        conditions.carry(
                item,
                question.code(),
                question,
                List.of(new Answer("", "true", false, "ja"), new Answer("", "false", false, "nei")));
        item.end("required");
        return question;
    }

    /** The question; empty if its alternatives cannot be had, which is told. */
    Optional<Item.Question> choice(FhirItem item, Condition shown, LocalizedText text) {
        ReportLine line = item.line();
        List<Choice> choices = choices(item, line);
        if (choices.isEmpty() && !Fhir.said(item.from().getAnswerValueSet()).isBlank()) {
            return Optional.empty();
        }
        if (choices.size() < 2) {
            line.note(Kind.FEW_OPTIONS);
            return Optional.empty();
        }
        if (!Fhir.said(item.from().getAnswerValueSet()).isBlank() && item.from().hasAnswerOption()) {
            line.note(Kind.FIELD, "answerValueSet");
        }
        if (item.is(QuestionnaireItemType.OPENCHOICE)) {
            line.note(Kind.OPEN_CHOICE);
        }
        boolean several = Fhir.yes(item.from().getRepeatsElement());
        line.take(Fhir.KIND, Fhir.MIN_OCCURS, Fhir.MAX_OCCURS, Fhir.AT_LEAST);
        item.otherControl(several ? "check-box" : "radio-button");
        Item.Wording worded = wording.of(item, shown, text);
        List<Answer> values = new ArrayList<>();
        Item.Question question;
        if (scale(item, choices)) {
            question = scale(item, choices, worded, values);
        } else {
            if (!item.kind().isEmpty()) {
                line.note(Kind.EXTENSION, Fhir.KIND);
            }
            List<Item.Option> options = options(item, choices, values);
            question = several ? several(item, worded, options) : new Item.SingleChoice(worded, options);
        }
        if (!several) {
            Stream.of(Fhir.MIN_OCCURS, Fhir.MAX_OCCURS, Fhir.AT_LEAST)
                    .filter(item.from()::hasExtension)
                    .forEach(it -> line.note(Kind.EXTENSION, it));
        }
        conditions.carry(item, question.code(), question, values);
        item.end("required", "repeats", "answerOption", "answerValueSet");
        return Optional.of(question);
    }

    // ---- what FHIR has

    /** The alternatives of an item, where they stand in the file. What is none is told on the line. */
    List<Choice> choices(FhirItem item, ReportLine line) {
        List<Choice> choices = new ArrayList<>();
        for (QuestionnaireItemAnswerOptionComponent it : item.from().getAnswerOption()) {
            Type value = it.getValue();
            if (value instanceof Coding coding) {
                choices.add(Choice.of(coding, it));
            } else if (value instanceof PrimitiveType<?> plain
                    && (!Fhir.said(plain.getValueAsString()).isBlank() || plain.hasExtension(Fhir.TRANSLATION))) {
                choices.add(new Choice(Fhir.said(plain.getValueAsString()), null, plain, it));
            } else {
                line.note(Kind.OPTION_TEXT, value == null ? "?" : value.fhirType());
            }
        }
        String name = Fhir.said(item.from().getAnswerValueSet());
        if (choices.isEmpty() && !name.isBlank()) {
            Optional<ValueSet> set = sets.find(name);
            List<Coding> codings =
                    set.map(it -> FhirValueSets.codings(it, line)).orElse(List.of());
            codings.forEach(it -> choices.add(Choice.of(it, null)));
            if (codings.isEmpty()) {
                line.note(set.map(FhirValueSets::reason).orElse(Kind.VALUE_SET), name);
            }
        }
        return choices;
    }

    // ---- what is made of it

    /** Whether it is one of our scales, with the values that we write. */
    private static boolean scale(FhirItem item, List<Choice> choices) {
        return !Fhir.yes(item.from().getRepeatsElement())
                && ours(item)
                        .map(make -> make.apply(NOTHING).values())
                        .filter(choices.stream().map(Choice::value).toList()::equals)
                        .isPresent();
    }

    /** How the scale that an item says it is, is made; empty where it is none of ours. */
    private static Optional<Function<Item.Wording, Item.Rating>> ours(FhirItem item) {
        return switch (item.kind()) {
            case "frequency" -> Optional.of(Item.Frequency::new);
            case "frequency-anchored" -> Optional.of(it -> new Item.Frequency(it, true));
            case "importance" -> Optional.of(Item.Importance::new);
            case "importance-anchored" -> Optional.of(it -> new Item.Importance(it, true));
            default -> Optional.empty();
        };
    }

    /** What an answer beside the points of a scale is called. */
    static String apart(String scale, String value) {
        if (value.equals(Item.IRRELEVANT)) {
            return "fhir.irrelevant";
        }
        return scale.endsWith("-anchored") ? "fhir.unsure-only" : "fhir.unsure";
    }

    private Item.Question scale(FhirItem item, List<Choice> choices, Item.Wording worded, List<Answer> values) {
        String kind = item.kind();
        IntStream.rangeClosed(0, 4)
                .forEach(it -> labelled(choices.get(it), "fhir." + kind + "." + it, it, item.line()));
        choices.stream().skip(5).forEach(it -> labelled(it, apart(kind, it.value()), -1, item.line()));
        choices.forEach(it -> values.add(it.answer(it.value())));
        return ours(item).orElseThrow().apply(worded);
    }

    private static Item.Question several(FhirItem item, Item.Wording worded, List<Item.Option> options) {
        int atLeast = Fhir.number(item.from(), Fhir.AT_LEAST)
                .or(() -> Fhir.number(item.from(), Fhir.MIN_OCCURS))
                .orElse(0);
        int atMost = Fhir.number(item.from(), Fhir.MAX_OCCURS).orElse(options.size());
        int most = Math.clamp(atMost, 1, options.size());
        int least = Math.clamp(atLeast, 0, most);
        if (most != atMost || least != atLeast) {
            item.line().note(Kind.AT_LEAST, least, most);
        }
        return new Item.MultipleChoice(worded, options, least, most);
    }

    private List<Item.Option> options(FhirItem item, List<Choice> choices, List<Answer> values) {
        List<Item.Option> options = new ArrayList<>();
        FhirCodes codes = new FhirCodes();
        boolean renamed = false;
        for (Choice it : choices) {
            String code = codes.near(it.value(), "svar");
            renamed |= !code.equals(it.value());
            values.add(it.answer(code));
            options.add(new Item.Option(code, label(it, item.line()), exclusive(it, item)));
            Coding coding = it.coding();
            if (coding != null) {
                system(coding, item);
                item.line().look(coding);
            }
        }
        if (renamed) {
            item.line().note(Kind.OPTION_CODES);
        }
        return options;
    }

    /** Whether it excludes the others; what else there is about it is told. */
    private static boolean exclusive(Choice choice, FhirItem item) {
        QuestionnaireItemAnswerOptionComponent option = choice.option();
        if (option == null) {
            return false;
        }
        boolean several = Fhir.yes(item.from().getRepeatsElement());
        option.getExtension().stream()
                .filter(it -> Fhir.EXCLUSIVE.equals(it.getUrl()) && several)
                .forEach(item.line()::read);
        return several && Fhir.flag(option, Fhir.EXCLUSIVE);
    }

    // ---- what a grid needs, too

    /** What the alternative is called; in want of words, its value. */
    LocalizedText label(Choice choice, ReportLine line) {
        return texts.text(choice.words(), line, TextLimit.LINE).orElseGet(() -> {
            String value = FhirTexts.cut(FhirTexts.clean(choice.value()), TextLimit.LINE.most());
            line.note(Kind.OPTION_TEXT, value.isBlank() ? "–" : value);
            return new LocalizedText(Map.of(texts.main(), value.isBlank() ? "–" : value));
        });
    }

    /** An answer whose words come with the kind: tells where the words are other ones. */
    void labelled(Choice choice, String key, int ordinal, ReportLine line) {
        LocalizedText ours = FhirWriter.label(labels, key);
        String theirs = label(choice, line).in(texts.main()).value();
        if (!theirs.equals(ours.in(texts.main()).value())) {
            line.note(Kind.ANSWER_LABELS);
        }
        weighed(choice, ordinal, line);
    }

    /** Tells about the extensions of its code, except for the weight that its place gives it anyway. */
    void weighed(Choice choice, int ordinal, ReportLine line) {
        Coding coding = choice.coding();
        if (coding != null) {
            coding.getExtension().stream()
                    .filter(it -> Fhir.ORDINAL.equals(it.getUrl())
                            && it.getValue() instanceof DecimalType value
                            && value.getValue() != null
                            && value.getValue().compareTo(BigDecimal.valueOf(ordinal)) == 0)
                    .forEach(line::read);
            line.look(coding);
        }
    }

    /** Tells which system the code is from, unless it is the question's own, as we write it. */
    void system(Coding coding, FhirItem question) {
        if (!Fhir.said(coding.getSystem()).isBlank()
                && !Fhir.said(coding.getSystem()).equals(from.getUrl() + "/" + question.link())) {
            question.line().note(Kind.CODE_SYSTEM, coding.getSystem());
        }
    }
}
