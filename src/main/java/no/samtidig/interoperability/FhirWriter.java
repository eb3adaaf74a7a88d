package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Puts one questionnaire of ours into FHIR's words. What maps to what stands in {@code docs/fhir.md}. */
final class FhirWriter {
    private final Questionnaire from;
    private final String url;
    private final Texts texts;
    private final Language main;
    private final Map<String, Item.Question> asked = new HashMap<>();
    private final List<Exported.Beyond> beyond = new ArrayList<>();

    /** @param url the questionnaire's own address */
    FhirWriter(Questionnaire from, String url, Texts texts) {
        this.from = from;
        this.url = url;
        this.texts = texts;
        this.main = from.title().in(Language.NB).language();
        from.questions().forEach(it -> it.keys().forEach(key -> asked.put(key, it)));
    }

    /** What R4 has no words for, once it is written. */
    List<Exported.Beyond> beyond() {
        return List.copyOf(beyond);
    }

    org.hl7.fhir.r4.model.Questionnaire written(String version, boolean published) {
        org.hl7.fhir.r4.model.Questionnaire to = new org.hl7.fhir.r4.model.Questionnaire();
        to.setId(from.slug());
        to.setLanguage(main.tag());
        to.setUrl(url);
        to.setVersion(version);
        to.setStatus(published ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT);
        to.setTitleElement(localized(new StringType(), from.title()));
        to.setDescriptionElement(localized(new MarkdownType(), from.introduction()));
        to.addExtension(Fhir.extension(Fhir.MINUTES, from.minutes()));
        if (from.fixture()) {
            to.setExperimental(true);
            to.addExtension(Fhir.extension(Fhir.FIXTURE, true));
        }
        for (Questionnaire.Sheet sheet : from.sheets()) {
            List<QuestionnaireItemComponent> items =
                    sheet.items().stream().map(this::item).toList();
            if (sheet.start().isEmpty()) {
                items.forEach(to::addItem);
            } else {
                Item.Page page = sheet.start().get();
                QuestionnaireItemComponent group = started(page);
                if (items.isEmpty()) { // R4 wants no empty group
                    group.setType(QuestionnaireItemType.DISPLAY).addExtension(Fhir.code(Fhir.KIND, "page"));
                    beyond(page, Exported.Kind.EMPTY_PAGE);
                } else {
                    group.setType(QuestionnaireItemType.GROUP).addExtension(control(Fhir.PAGE_CONTROLS, "page"));
                    items.forEach(group::addItem);
                }
                to.addItem(group);
            }
        }
        return to;
    }

    private QuestionnaireItemComponent item(Item item) {
        QuestionnaireItemComponent to = started(item);
        switch (item) {
            case Item.Page _ -> throw new IllegalStateException("a page is no item of a page");
            case Item.Information it -> {
                to.setType(QuestionnaireItemType.DISPLAY);
                to.getTextElement()
                        .addExtension(Fhir.extension(
                                Fhir.MARKDOWN,
                                new MarkdownType(it.text().in(main).value())));
            }
            case Item.SingleChoice it -> {
                to.setType(QuestionnaireItemType.CHOICE).addExtension(control("radio-button"));
                options(to, it.options());
            }
            case Item.MultipleChoice it -> several(to, it);
            case Item.LikertGrid it -> grid(to, it);
            case Item.Rating it -> scale(to, it);
            case Item.Slider it -> {
                to.setType(QuestionnaireItemType.INTEGER).addExtension(control("slider"));
                bounds(to, 0, 10);
                to.addExtension(Fhir.extension(Fhir.STEP, 1));
                side(to, "low", "lower", it.low());
                side(to, "high", "upper", it.high());
            }
            case Item.NumberQuestion it -> {
                to.setType(QuestionnaireItemType.INTEGER);
                bounds(to, it.least(), it.most());
                LocalizedText unit = it.unit();
                if (unit != null) {
                    Coding coding = new Coding();
                    coding.setDisplayElement(localized(new StringType(), unit));
                    to.addExtension(Fhir.extension(Fhir.UNIT, coding));
                }
            }
            case Item.ShortText it -> to.setType(QuestionnaireItemType.STRING).setMaxLength(it.most());
            case Item.LongText it -> to.setType(QuestionnaireItemType.TEXT).setMaxLength(it.most());
        }
        if (item instanceof Item.Question question) {
            required(to, question);
            question.hint().ifPresent(it -> side(to, "hint", "help", it));
        }
        return to;
    }

    private QuestionnaireItemComponent started(Item item) {
        QuestionnaireItemComponent to = new QuestionnaireItemComponent();
        to.setLinkId(item.code());
        to.setTextElement(localized(new StringType(), item.text()));
        if (!item.shown().equals(Condition.ALWAYS)) {
            Optional<Rules.Whens> whens = Rules.natively(item.shown(), asked::get);
            whens.ifPresent(it -> enable(to, it));
            if (whens.map(Rules::of).filter(item.shown()::equals).isEmpty()) {
                to.addExtension(Fhir.extension(Fhir.SHOWN, Rules.write(item.shown())));
            }
            if (whens.isEmpty()) {
                beyond(item, Exported.Kind.SHOWN);
            }
        }
        return to;
    }

    private void enable(QuestionnaireItemComponent to, Rules.Whens whens) {
        for (Rules.When it : whens.list()) {
            QuestionnaireItemEnableWhenComponent when = new QuestionnaireItemEnableWhenComponent();
            when.setQuestion(it.question());
            when.setOperator(
                    switch (it.operator()) {
                        case EXISTS -> QuestionnaireItemOperator.EXISTS;
                        case EQUAL -> QuestionnaireItemOperator.EQUAL;
                        case AT_LEAST -> QuestionnaireItemOperator.GREATER_OR_EQUAL;
                        case AT_MOST -> QuestionnaireItemOperator.LESS_OR_EQUAL;
                    });
            when.setAnswer(answer(it));
            to.addEnableWhen(when);
        }
        if (whens.list().size() > 1) {
            to.setEnableBehavior(whens.all() ? EnableWhenBehavior.ALL : EnableWhenBehavior.ANY);
        }
    }

    private Type answer(Rules.When when) {
        return switch (when.value()) {
            case Boolean flag -> new BooleanType(flag);
            case Integer number -> new IntegerType(number);
            case Rules.Code(String code) ->
                new Coding().setSystem(system(when.question())).setCode(code);
            default -> new StringType(String.valueOf(when.value()));
        };
    }

    private String system(String key) {
        Item.Question question = asked.get(key);
        return question instanceof Item.Rating rating
                ? "urn:samtidig:questionnaire:" + rating.scale()
                : url + "/" + (question == null ? key : question.code());
    }

    private void required(QuestionnaireItemComponent to, Item.Question question) {
        if (question.required().equals(Condition.ALWAYS)) {
            if (question instanceof Item.LikertGrid) {
                to.getItem().forEach(it -> it.setRequired(true));
            } else {
                to.setRequired(true);
            }
        } else if (!question.required().equals(Condition.NEVER)) {
            to.addExtension(Fhir.extension(Fhir.REQUIRED, Rules.write(question.required())));
            beyond(question, Exported.Kind.REQUIRED);
        }
    }

    private void options(QuestionnaireItemComponent to, List<Item.Option> options) {
        for (Item.Option it : options) {
            Coding coding = new Coding().setSystem(system(to.getLinkId())).setCode(it.code());
            coding.setDisplayElement(localized(new StringType(), it.text()));
            var option = to.addAnswerOption().setValue(coding);
            if (it.exclusive()) {
                option.addExtension(Fhir.extension(Fhir.EXCLUSIVE, true));
            }
        }
    }

    private void several(QuestionnaireItemComponent to, Item.MultipleChoice from) {
        to.setType(QuestionnaireItemType.CHOICE).setRepeats(true).addExtension(control("check-box"));
        options(to, from.options());
        if (from.atLeast() > 0) {
            if (from.required().equals(Condition.ALWAYS)) { // HL7's own holds for what must be answered, only
                to.addExtension(Fhir.extension(Fhir.MIN_OCCURS, from.atLeast()));
            } else {
                to.addExtension(Fhir.extension(Fhir.AT_LEAST, from.atLeast()));
                beyond(from, Exported.Kind.AT_LEAST);
            }
        }
        if (from.atMost() < from.options().size()) {
            to.addExtension(Fhir.extension(Fhir.MAX_OCCURS, from.atMost()));
        }
    }

    private void grid(QuestionnaireItemComponent to, Item.LikertGrid from) {
        to.setType(QuestionnaireItemType.GROUP).addExtension(control("htable"));
        List<LocalizedText> points = from.points();
        for (Item.Row row : from.rows()) {
            QuestionnaireItemComponent statement = to.addItem();
            statement.setLinkId(from.key(row));
            statement.setTextElement(localized(new StringType(), row.text()));
            statement.setType(QuestionnaireItemType.CHOICE);
            statement.addExtension(control("radio-button"));
            if (row.reversed()) { // changes nothing for who answers, so others miss nothing
                statement.addExtension(Fhir.extension(Fhir.REVERSED, true));
            }
            IntStream.range(0, points.size())
                    .forEach(it -> point(statement, system(from.code()), it + 1, points.get(it)));
            if (from.unsure()) {
                apart(statement, system(from.code()), Item.UNSURE, "fhir.unsure");
            }
        }
    }

    private void scale(QuestionnaireItemComponent to, Item.Rating from) {
        to.setType(QuestionnaireItemType.CHOICE).addExtension(control("radio-button"));
        to.addExtension(Fhir.code(Fhir.KIND, from.scale()));
        IntStream.rangeClosed(0, 4)
                .forEach(it -> point(to, system(from.code()), it, label(texts, "fhir." + from.scale() + "." + it)));
        from.values().stream()
                .filter(it -> it.equals(Item.UNSURE) || it.equals(Item.IRRELEVANT))
                .forEach(it -> apart(to, system(from.code()), it, FhirChoices.apart(from.scale(), it)));
    }

    private void point(QuestionnaireItemComponent to, String system, int value, LocalizedText text) {
        Coding coding = new Coding().setSystem(system).setCode(String.valueOf(value));
        coding.setDisplayElement(localized(new StringType(), text));
        coding.addExtension(Fhir.extension(Fhir.ORDINAL, new DecimalType(value)));
        to.addAnswerOption().setValue(coding);
    }

    private void apart(QuestionnaireItemComponent to, String system, String value, String label) {
        Coding coding = new Coding().setSystem(system).setCode(value);
        coding.setDisplayElement(localized(new StringType(), label(texts, label)));
        to.addAnswerOption().setValue(coding);
    }

    /** A text of the interface in all its languages. */
    static LocalizedText label(Texts texts, String key) {
        return new LocalizedText(Arrays.stream(Language.values())
                .collect(Collectors.toMap(Function.identity(), it -> texts.text(it, key))));
    }

    private static void bounds(QuestionnaireItemComponent to, int least, int most) {
        to.addExtension(Fhir.extension(Fhir.MIN_VALUE, least));
        to.addExtension(Fhir.extension(Fhir.MAX_VALUE, most));
    }

    private void side(QuestionnaireItemComponent to, String name, String control, LocalizedText text) {
        QuestionnaireItemComponent side = to.addItem();
        side.setLinkId(to.getLinkId() + "/" + name);
        side.setType(QuestionnaireItemType.DISPLAY);
        side.setTextElement(localized(new StringType(), text));
        side.addExtension(control(control));
    }

    private static Extension control(String code) {
        return control(Fhir.CONTROLS, code);
    }

    private static Extension control(String system, String code) {
        return Fhir.extension(
                Fhir.CONTROL, new CodeableConcept(new Coding().setSystem(system).setCode(code)));
    }

    private void beyond(Item item, Exported.Kind kind) {
        beyond.add(new Exported.Beyond(item.code(), item.text(), kind));
    }

    /** The text in the questionnaire's main language, and the others as translations of it. */
    private <T extends PrimitiveType<String>> T localized(T element, LocalizedText text) {
        LocalizedText.Text first = text.in(main);
        element.setValue(first.value());
        if (first.language() != main) {
            element.addExtension(Fhir.code(Fhir.LANGUAGE, first.language().tag()));
        }
        for (Language language : Language.values()) {
            String value = text.texts().get(language);
            if (value != null && language != first.language()) {
                element.addExtension(translation(language, value));
            }
        }
        return element;
    }

    private static Extension translation(Language language, String content) {
        Extension translation = new Extension(Fhir.TRANSLATION);
        translation.addExtension(Fhir.code("lang", language.tag()));
        translation.addExtension(Fhir.extension("content", content));
        return translation;
    }
}
