package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is changed in a questionnaire, as FHIR or as our text, it is read or refused with a reason: nothing is a fault. */
class MutatedQuestionnairesTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** One of each kind of item, with what FHIR can say about them. */
    private static final String WHOLE = """
            {"resourceType":"Questionnaire","id":"q","url":"http://a.no/q","status":"draft","language":"nb","title":"T","description":"D",
             "copyright":"C","contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[{"system":"http://s","concept":[
             {"code":"x","display":"X"},{"code":"y","display":"Y"}]}]}}],
             "extension":[{"url":"urn:samtidig:questionnaire:minutes","valueInteger":3}],
             "item":[
              {"linkId":"p","type":"group","text":"Side","prefix":"1","item":[
               {"linkId":"a","type":"choice","text":"Hva?","required":true,"answerOption":[{"valueCoding":{"code":"ja","display":"Ja"}},
                 {"valueCoding":{"code":"nei","display":"Nei","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}]}}]},
               {"linkId":"b","type":"boolean","text":"Er det?","enableWhen":[{"question":"a","operator":"=","answerCoding":{"code":"ja"}}]},
               {"linkId":"c","type":"decimal","text":"Hvor mange?","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":1}]},
               {"linkId":"d","type":"text","text":"Fortell","maxLength":100,"_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation",
                 "extension":[{"url":"lang","valueCode":"nn"},{"url":"content","valueString":"Fortel"}]}]},
                 "item":[{"linkId":"d.h","type":"display","text":"Hjelp","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                 "valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]}]},
              {"linkId":"g","type":"group","text":"Tabell","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                "valueCodeableConcept":{"coding":[{"code":"gtable"}]}}],"item":[
                {"linkId":"g.1","type":"choice","text":"En","answerOption":[{"valueCoding":{"code":"1","display":"Uenig"}},{"valueCoding":{"code":"2","display":"Både"}},{"valueCoding":{"code":"3","display":"Enig"}}]},
                {"linkId":"g.2","type":"choice","text":"To","answerOption":[{"valueCoding":{"code":"1","display":"Uenig"}},{"valueCoding":{"code":"2","display":"Både"}},{"valueCoding":{"code":"3","display":"Enig"}}]}]},
              {"linkId":"e","type":"choice","text":"Verdi","repeats":true,"answerValueSet":"#v"},
              {"linkId":"i","type":"display","text":"Les **dette**","_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/rendering-markdown","valueMarkdown":"Les **dette**"}]}}]}
            """;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "> > > > a",
            "a-a-a",
            "[x](data:text/html,y)",
            "<b>",
            "\u0000",
            "\uD800",
            "😀",
            "////",
            "1e999",
            "*".repeat(300),
            ">".repeat(6_000),
            "a-".repeat(3_000),
            "`".repeat(900),
            "ja",
            "a",
            "g.1",
            "#v",
            "-5",
            "9".repeat(90));

    private static JsonNode junk(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.createObjectNode();
            case 2 -> JSON.createArrayNode();
            case 3 -> JSON.getNodeFactory().numberNode(random.nextInt(5) - 2);
            case 4 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 5 ->
                JSON.createObjectNode().set("extension", JSON.createArrayNode().add(JSON.createObjectNode()));
            case 6 -> JSON.createArrayNode().add(JSON.createObjectNode());
            default -> JSON.getNodeFactory().stringNode(HOSTILE.get(random.nextInt(HOSTILE.size())));
        };
    }

    private static void gather(JsonNode node, List<JsonNode> all) {
        if (node.isObject() || node.isArray()) {
            all.add(node);
            node.forEach(it -> gather(it, all));
        }
    }

    /** One change somewhere: away, junk, an extension alone, twice, or below another name. */
    private static void change(JsonNode root, Random random) {
        List<JsonNode> all = new ArrayList<>();
        gather(root, all);
        JsonNode at = all.get(random.nextInt(all.size()));
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, junk(random));
                case 2 -> {
                    object.remove(name);
                    object.set(
                            "_" + name,
                            JSON.createObjectNode()
                                    .set(
                                            "extension",
                                            JSON.createArrayNode()
                                                    .add(JSON.createObjectNode()
                                                            .put("url", "http://a")
                                                            .put("valueString", "x"))));
                }
                case 3 ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
                default ->
                    object.set(
                            "extension",
                            JSON.createArrayNode()
                                    .add(
                                            random.nextBoolean()
                                                    ? JSON.createObjectNode().put("valueString", "uten adresse")
                                                    : JSON.createObjectNode().put("url", "http://a")));
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            int place = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(place);
                case 1 -> array.set(place, junk(random));
                default -> array.add(array.get(place).deepCopy());
            }
        }
    }

    /** It can be kept and looked at. */
    private static void whole(Questionnaire questionnaire) {
        Questionnaire again =
                QuestionnaireText.read(questionnaire.slug(), Path.of("q"), QuestionnaireText.write(questionnaire));
        assertThat(again).isEqualTo(questionnaire);
        assertThat(QuestionnaireCheck.of(again)).isNotNull();
        assertThat(QuestionnaireCheck.minutes(again)).isPositive();
    }

    @Property(tries = 1500)
    void a_changed_questionnaire_of_fhir_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        JsonNode root = JSON.readTree(WHOLE);
        for (int i = 0; i <= random.nextInt(3); i++) {
            change(root, random);
        }
        if (Workbench.read(JSON.writeValueAsString(root)) instanceof Reading.Read read) {
            whole(read.questionnaire());
        }
    }

    @Property(tries = 1500)
    void a_changed_text_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines =
                new ArrayList<>(QuestionnaireText.write(Workbench.taken(WHOLE).questionnaire())
                        .lines()
                        .toList());
        for (int i = 0; i <= random.nextInt(3); i++) {
            int place = random.nextInt(lines.size());
            String line = lines.get(place);
            int colon = line.indexOf(':');
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(place);
                case 1 -> lines.add(place, line);
                case 2 ->
                    lines.set(
                            place,
                            line.substring(0, Math.max(0, colon + 1)) + " "
                                    + HOSTILE.get(random.nextInt(HOSTILE.size())));
                default -> lines.set(place, " ".repeat(random.nextInt(4)) + line);
            }
        }
        try {
            whole(QuestionnaireText.read("q", Path.of("q"), String.join("\n", lines)));
        } catch (ContentProblem told) {
            assertThat(told.told().key()).isNotBlank();
        }
    }

    @Test
    void what_has_only_an_extension_is_as_if_it_were_not_there() {
        for (String field : List.of("text", "linkId", "prefix", "type")) {
            String alone = WHOLE.replaceFirst("\"linkId\":\"b\",", "\"linkId\":\"b\",\"prefix\":\"2\",")
                    .replaceFirst(
                            "\"" + field + "\":\"(b|Er det\\?|2|boolean)\"",
                            "\"_" + field + "\":{\"extension\":[{\"url\":\"http://a\",\"valueString\":\"x\"}]}");
            assertThat(alone).contains("_" + field);
            assertThat(Workbench.read(alone)).as(field).isNotNull();
        }
        assertThat(Workbench.read(
                        WHOLE.replaceFirst("\"url\":\"http://hl7.org/fhir/StructureDefinition/ordinalValue\",", "")))
                .isNotNull();
        assertThat(Workbench.read(WHOLE.replace("{\"valueCoding\":{\"code\":\"2\",\"display\":\"Både\"}}", "{}")))
                .isNotNull();
    }

    @Test
    void what_is_far_too_much_is_refused_in_a_sentence() {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i <= 300; i++) {
            options.append(i == 0 ? "" : ",")
                    .append("{\"valueCoding\":{\"code\":\"k")
                    .append(i)
                    .append("\",\"display\":\"K\"}}");
        }
        assertThat(Workbench.read(WHOLE.replaceFirst(
                        "\\{\"valueCoding\":\\{\"code\":\"ja\",\"display\":\"Ja\"}}", options.toString())))
                .isEqualTo(Reading.Refused.because(Reading.Reason.TOO_MANY_OPTIONS, "Hva? (a)", 300));
        String when = "{\"question\":\"a\",\"operator\":\"=\",\"answerCoding\":{\"code\":\"ja\"}}";
        assertThat(Workbench.read(WHOLE.replace(when, (when + ",").repeat(100) + when)))
                .isEqualTo(Reading.Refused.because(Reading.Reason.TOO_MANY_RULES, "Er det? (b)", 100));
        Reading.Read cut = Workbench.taken(WHOLE.replace("\"Fortell\"", "\"" + "a".repeat(9_000) + "\""));
        assertThat(cut.report().entries())
                .anyMatch(it -> it.link().equals("d")
                        && it.notes().contains(ImportReport.Note.of(ImportReport.Kind.SHORTENED, 5_000)));
        whole(cut.questionnaire());
    }
}
