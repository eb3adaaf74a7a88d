package no.samtidig.interoperability;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The names we use in FHIR: those of HL7 where there is one, else our own. Ours are names only; nothing is to be found there. */
final class Fhir {
    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    static final String TRANSLATION = HL7 + "translation";
    static final String MARKDOWN = HL7 + "rendering-markdown";
    static final String CONTROL = HL7 + "questionnaire-itemControl";
    static final String EXCLUSIVE = HL7 + "questionnaire-optionExclusive";
    static final String MIN_OCCURS = HL7 + "questionnaire-minOccurs";
    static final String MAX_OCCURS = HL7 + "questionnaire-maxOccurs";
    static final String MIN_VALUE = HL7 + "minValue";
    static final String MAX_VALUE = HL7 + "maxValue";
    static final String STEP = HL7 + "questionnaire-sliderStepValue";
    static final String UNIT = HL7 + "questionnaire-unit";
    static final String ORDINAL = HL7 + "ordinalValue";
    static final String HIDDEN = HL7 + "questionnaire-hidden";

    static final String CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

    private static final String OURS = "urn:samtidig:questionnaire:";

    static final String MINUTES = OURS + "minutes";
    static final String FIXTURE = OURS + "fixture";
    static final String LANGUAGE = OURS + "language";
    static final String KIND = OURS + "kind";
    static final String SHOWN = OURS + "show-if";
    static final String REQUIRED = OURS + "required-if";
    static final String AT_LEAST = OURS + "at-least";
    static final String REVERSED = OURS + "reversed";

    /** A group that is a page: R4's own list of controls has none. */
    static final String PAGE_CONTROLS = OURS + "control";

    /** The largest number a questionnaire may ask for or compare with; the least is as far on the other side. */
    static final int LIMIT = 1_000_000;

    /** Digits, written out; a number of a million of them takes seconds to read. */
    private static final int LONGEST_NUMBER = 40;

    private Fhir() {}

    /** Whether an extension of this address makes an answer out of others, or fetches it. */
    static boolean expression(String url) {
        return url.endsWith("xpression") || url.endsWith("fhirpath") || url.endsWith("copyReadOnlyAnswer");
    }

    /** Whether an extension of this address decides by a formula when an item is shown. */
    static boolean shows(String url) {
        return url.endsWith("enableWhenExpression");
    }

    /** Whether it says yes; an element that only has extensions does not. */
    static boolean yes(BooleanType element) {
        return Boolean.TRUE.equals(element.getValue());
    }

    /** The text; empty where FHIR has an element that only has extensions. */
    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Extension extension(String url, Type value) {
        return new Extension(url, value);
    }

    static Extension extension(String url, int value) {
        return new Extension(url, new IntegerType(value));
    }

    static Extension extension(String url, boolean value) {
        return new Extension(url, new BooleanType(value));
    }

    static Extension code(String url, String value) {
        return new Extension(url, new CodeType(value));
    }

    static Extension extension(String url, String value) {
        return new Extension(url, new StringType(value));
    }

    static Optional<Type> value(Element element, String url) {
        return value(element.getExtension(), url);
    }

    static Optional<Type> value(List<Extension> extensions, String url) {
        return extensions.stream()
                .filter(it -> url.equals(it.getUrl()) && it.hasValue())
                .map(Extension::getValue)
                .findFirst();
    }

    static Optional<String> text(Element element, String url) {
        return value(element, url).filter(Type::isPrimitive).map(Type::primitiveValue);
    }

    static boolean flag(Element element, String url) {
        return text(element, url).filter("true"::equals).isPresent();
    }

    /** The whole number there; a decimal one counts where it is whole. */
    static Optional<Integer> number(Element element, String url) {
        return text(element, url).flatMap(Fhir::number);
    }

    static Optional<Integer> number(@Nullable String said) {
        String written = said(said);
        if (written.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(written).intValueExact());
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
