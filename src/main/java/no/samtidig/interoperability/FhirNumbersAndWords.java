package no.samtidig.interoperability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Questions without alternatives: numbers, sliders, and texts in one line or more. */
final class FhirNumbersAndWords {
    private static final int SHORT = 200;
    private static final int LONG = 2000;

    private final FhirTexts texts;
    private final FhirWording wording;
    private final FhirConditions conditions;

    FhirNumbersAndWords(FhirTexts texts, FhirWording wording, FhirConditions conditions) {
        this.texts = texts;
        this.wording = wording;
        this.conditions = conditions;
    }

    Item.Question words(FhirItem item, Condition shown, LocalizedText text) {
        boolean longer = item.is(QuestionnaireItemType.TEXT);
        int limit = longer ? LONG : SHORT;
        int told = Optional.ofNullable(item.from().getMaxLengthElement().getValue())
                .orElse(0);
        int most = item.from().hasMaxLength() && told >= 1 && told <= limit ? told : limit;
        if (!item.from().hasMaxLength() || told != most) {
            item.line().note(Kind.LONGEST, most);
        }
        item.otherControl();
        Item.Wording worded = wording.of(item, shown, text);
        Item.Question question = longer ? new Item.LongText(worded, most) : new Item.ShortText(worded, most);
        conditions.carry(item, question.code(), question, List.of());
        item.end("required", "maxLength");
        return question;
    }

    /** A slider where it has the form of one, else a whole number. */
    Item.Question number(FhirItem item, Condition shown, LocalizedText text) {
        ReportLine line = item.line();
        line.take(Fhir.MIN_VALUE, Fhir.MAX_VALUE, Fhir.STEP, Fhir.UNIT);
        if (item.is(QuestionnaireItemType.DECIMAL)) {
            line.note(Kind.DECIMAL);
        } else if (item.is(QuestionnaireItemType.QUANTITY)) {
            line.note(Kind.QUANTITY);
        }
        Item.Question question = slides(item) ? slider(item, shown, text) : whole(item, shown, text);
        conditions.carry(item, question.code(), question, List.of());
        item.end("required");
        return question;
    }

    /** Whether it is a slider as ours are: from 0 to 10 by ones, with a text at each end and no unit. */
    private static boolean slides(FhirItem item) {
        return item.control().filter("slider"::equals).isPresent()
                && Fhir.number(item.from(), Fhir.MIN_VALUE)
                        .filter(it -> it == 0)
                        .isPresent()
                && Fhir.number(item.from(), Fhir.MAX_VALUE)
                        .filter(it -> it == 10)
                        .isPresent()
                && Fhir.text(item.from(), Fhir.STEP)
                        .filter(it -> !it.equals("1"))
                        .isEmpty()
                && !item.from().hasExtension(Fhir.UNIT)
                && Stream.of("lower", "upper")
                        .allMatch(end -> item.items().stream()
                                .anyMatch(it ->
                                        it.beside(Set.of(end)) && !it.plain().isBlank()));
    }

    private Item.Slider slider(FhirItem item, Condition shown, LocalizedText text) {
        return new Item.Slider(
                wording.of(item, shown, text),
                wording.takeUp(item, "lower").orElseThrow(),
                wording.takeUp(item, "upper").orElseThrow());
    }

    private Item.NumberQuestion whole(FhirItem item, Condition shown, LocalizedText text) {
        ReportLine line = item.line();
        item.otherControl();
        if (item.from().hasExtension(Fhir.STEP)) {
            line.note(Kind.EXTENSION, Fhir.STEP);
        }
        Optional<Integer> min = Fhir.number(item.from(), Fhir.MIN_VALUE);
        Optional<Integer> max = Fhir.number(item.from(), Fhir.MAX_VALUE);
        int least = Math.clamp(min.orElse(-Fhir.LIMIT), -Fhir.LIMIT, Fhir.LIMIT);
        int most = Math.clamp(max.orElse(Fhir.LIMIT), least, Fhir.LIMIT);
        if (min.filter(it -> it == least).isEmpty()
                || max.filter(it -> it == most).isEmpty()) {
            line.note(Kind.BOUNDS, least, most);
        }
        return new Item.NumberQuestion(wording.of(item, shown, text), least, most, unit(item));
    }

    private @Nullable LocalizedText unit(FhirItem item) {
        Optional<Type> coded = Fhir.value(item.from(), Fhir.UNIT);
        if (coded.isEmpty()) {
            return wording.takeUp(item, "unit").orElse(null);
        }
        Optional<LocalizedText> unit =
                coded.filter(Coding.class::isInstance).map(Coding.class::cast).flatMap(it -> unit(it, item.line()));
        if (unit.isEmpty()) {
            item.line().note(Kind.EXTENSION, Fhir.UNIT);
        }
        return unit.orElse(null);
    }

    private Optional<LocalizedText> unit(Coding coding, ReportLine line) {
        if (coding.hasSystem()) {
            line.note(Kind.CODE_SYSTEM, coding.getSystem());
        }
        return texts.text(
                coding.hasDisplay() ? coding.getDisplayElement() : new StringType(coding.getCode()),
                line,
                TextLimit.LINE);
    }
}
