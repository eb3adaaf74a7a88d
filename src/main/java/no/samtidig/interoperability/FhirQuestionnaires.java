package no.samtidig.interoperability;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.interoperability.Reading.Reason;
import no.samtidig.interoperability.Reading.Refused;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questionnaires as FHIR R4, in JSON. Reading is strict about what can be said in one clear sentence, and tells about the rest in a
 * {@link ImportReport}. Nothing is fetched: no profile, no value set, no terminology.
 */
@Service
public class FhirQuestionnaires {
    /** How large a file may be, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** How many items one may have: of each there may be a page besides. */
    static final int MOST_ITEMS = Questionnaire.MOST_ITEMS / 2;

    /** How deep objects and lists may lie in each other. An item in an item is two. */
    static final int DEEPEST = 60;

    /** How far from the point a number may reach, in digits; written out, 1e999999999 would fill the memory. */
    private static final int DIGITS = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Texts texts;
    private final PublicAddress address;
    private @Nullable FhirContext context;

    FhirQuestionnaires(Texts texts, PublicAddress address) {
        this.texts = texts;
        this.address = address;
    }

    /** Made by the first who needs it: it takes a second. */
    private synchronized FhirContext context() {
        FhirContext made = context;
        if (made == null) {
            made = FhirContext.forR4();
            context = made;
        }
        return made;
    }

    /** The questionnaire as FHIR. */
    public Exported write(Questionnaire questionnaire, boolean published) {
        FhirWriter writer = new FhirWriter(questionnaire, address.of("/skjemaer/" + questionnaire.slug()), texts);
        String json = context()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(writer.written(QuestionnaireText.version(questionnaire), published));
        return new Exported(json, writer.beyond());
    }

    /**
     * Reads FHIR.
     *
     * @param otherwise the language of a text that does not say which it is in
     */
    public Reading read(byte[] bytes, Language otherwise) {
        if (bytes.length > LARGEST) {
            return Refused.because(Reason.TOO_LARGE);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException _) {
            return Refused.because(Reason.NOT_UTF8);
        }
        String json = text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
        if (json.isEmpty()) {
            return Refused.because(Reason.EMPTY);
        }
        if (json.startsWith("<")) {
            return Refused.because(Reason.XML);
        }
        Refused refused = looked(json);
        return refused != null ? refused : parsed(json, otherwise);
    }

    /** What can be told before FHIR's own parser sees it. */
    private static @Nullable Refused looked(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (StreamConstraintsException deep) {
            return Refused.because(
                    String.valueOf(deep.getOriginalMessage()).contains("depth") ? Reason.TOO_DEEP : Reason.NOT_JSON,
                    line(deep));
        } catch (JacksonException broken) {
            return Refused.because(Reason.NOT_JSON, line(broken));
        }
        if (unbounded(root) || !root.isObject() || !root.path("resourceType").isString()) {
            return Refused.because(Reason.NOT_FHIR);
        }
        String type = root.path("resourceType").asString();
        if (type.equals("Bundle")) {
            for (JsonNode it : root.path("entry")) {
                JsonNode resource = it.path("resource");
                if (resource.path("resourceType").asString("").equals("Questionnaire")) {
                    Refused refused = version(resource);
                    if (refused != null) {
                        return refused;
                    }
                }
            }
            return null;
        }
        return type.equals("Questionnaire")
                ? version(root)
                : Refused.because(Reason.OTHER_TYPE, type.length() > 60 ? type.substring(0, 60) + "…" : type);
    }

    /** Whether one questionnaire is too long, or of another FHIR. */
    private static @Nullable Refused version(JsonNode root) {
        List<JsonNode> items = new ArrayList<>();
        gather(root.path("item"), items);
        if (items.size() > MOST_ITEMS) {
            return Refused.because(Reason.TOO_MANY, MOST_ITEMS);
        }
        if (of(root, Set.of("versionAlgorithmString", "versionAlgorithmCoding", "copyrightLabel"))
                || items.stream().anyMatch(FhirQuestionnaires::later)) {
            return Refused.because(Reason.OTHER_VERSION, "R5");
        }
        return items.stream().anyMatch(it -> of(it, Set.of("option", "options")))
                ? Refused.because(Reason.OTHER_VERSION, "STU3")
                : null;
    }

    private static boolean unbounded(JsonNode node) {
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS;
        }
        if (node.isString()) { // FHIR's parser takes a number in quotation marks too
            String text = node.asString();
            return text.length() > DIGITS && text.chars().allMatch(it -> "+-.eE0123456789".indexOf(it) >= 0);
        }
        for (JsonNode it : node) {
            if (unbounded(it)) {
                return true;
            }
        }
        return false;
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    private static void gather(JsonNode list, List<JsonNode> items) {
        for (JsonNode it : list) {
            items.add(it);
            gather(it.path("item"), items);
        }
    }

    private static boolean of(JsonNode node, Set<String> fields) {
        return fields.stream().anyMatch(node::has);
    }

    /** Whether the item has what came with R5. */
    private static boolean later(JsonNode item) {
        return of(item, Set.of("answerConstraint", "disabledDisplay"))
                || (item.path("type").isString() && item.path("type").asString().equals("coding"));
    }

    private Reading parsed(String json, Language otherwise) {
        List<Note> found = new ArrayList<>();
        IParser parser = context().newJsonParser();
        parser.setParserErrorHandler(new Collecting(found));
        IBaseResource resource;
        try {
            resource = parser.parseResource(json);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException | NullPointerException _) {
            return Refused.because(
                    Reason.NOT_FHIR); // HAPI throws these on JSON that is no resource, such as a text for a list
        }
        return switch (resource) {
            case org.hl7.fhir.r4.model.Questionnaire from -> read(FhirFile.of(from), otherwise, found);
            case Bundle several -> {
                FhirBundle bundle = new FhirBundle(several);
                yield bundle.refusal().<Reading>map(it -> it).orElseGet(() -> read(bundle.file(), otherwise, found));
            }
            default -> Refused.because(Reason.OTHER_TYPE, resource.fhirType());
        };
    }

    private Reading read(FhirFile file, Language otherwise, List<Note> found) {
        return switch (new FhirReader(file, texts, otherwise, found).read()) {
            case Refused because -> because;
            case Reading.Read read
            when QuestionnaireText.write(read.questionnaire()).length() > LARGEST -> Refused.because(Reason.TOO_LARGE);
            case Reading.Read read -> read;
        };
    }

    /** Notes what the parser could not make sense of, and goes on. The parser's own way writes it to the log. */
    private record Collecting(List<Note> found) implements IParserErrorHandler {
        private void add(Kind kind, @Nullable String element) {
            Note note = Note.of(kind, element == null ? "?" : shortened(element));
            if (!found.contains(note) && found.size() < 100) {
                found.add(note);
            }
        }

        private static String shortened(String name) {
            return name.length() <= 60 ? name : name.substring(0, 60).toLowerCase(Locale.ROOT) + "…";
        }

        @Override
        public void containedResourceWithNoId(IParseLocation location) {
            add(Kind.INVALID, "contained");
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
            add(Kind.INVALID, "extension");
        }

        @Override
        public void incorrectJsonType(
                IParseLocation location,
                String element,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType found,
                @Nullable ScalarType foundScalar) {
            add(Kind.INVALID, element);
        }

        @Override
        public void invalidInternalReference(IParseLocation location, String reference) {
            add(Kind.INVALID, "reference");
        }

        @Override
        public void invalidValue(IParseLocation location, String value, String error) {
            add(Kind.INVALID, location == null ? null : location.getParentElementName());
        }

        @Override
        public void missingRequiredElement(IParseLocation location, String element) {
            add(Kind.INVALID, element);
        }

        @Override
        public void unexpectedRepeatingElement(IParseLocation location, String element) {
            add(Kind.INVALID, element);
        }

        @Override
        public void unknownAttribute(IParseLocation location, String attribute) {
            add(Kind.UNKNOWN_FIELD, attribute);
        }

        @Override
        public void unknownElement(IParseLocation location, String element) {
            add(Kind.UNKNOWN_FIELD, element);
        }

        @Override
        public void unknownReference(IParseLocation location, String reference) {
            add(Kind.INVALID, "reference");
        }
    }
}
