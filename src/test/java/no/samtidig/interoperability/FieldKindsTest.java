package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of odd thing that {@link FieldQuestionnairesTest} has one each of, in other places and other forms. */
class FieldKindsTest {
    private static final String TRANSLATION =
            "{'url':'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'nn'},"
                    + "{'url':'content','valueString':'NYNORSK'}]}";
    private static final String ORDINAL =
            "{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':7}";
    private static final String NAME = "{'linkId':'n','type':'string','text':'Navn'}";
    private static final String TWO = "'answerOption':[{'valueCoding':{'system':'urn:a','code':'1','display':'Tog'}},"
            + "{'valueCoding':{'system':'urn:a','code':'2','display':'Buss'}}]";
    private static final String CHOICE = "{'linkId':'c','type':'choice','text':'Hva?'," + TWO + "}";

    private static String form(String more, String... items) {
        return ("{'resourceType':'Questionnaire','status':'draft','language':'nb','title':'T'," + more + "'item':["
                        + String.join(",", items) + "]}")
                .replace('\'', '"');
    }

    private static Reading.Read read(String... items) {
        return Workbench.taken(form("", items));
    }

    private static Item item(Reading.Read read, String code) {
        return read.questionnaire().items().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Item.Question question(Reading.Read read, String code) {
        return (Item.Question) item(read, code);
    }

    private static List<Kind> kinds(Reading.Read read, String link) {
        return Workbench.entry(read, link).notes().stream().map(Note::kind).toList();
    }

    private static String control(String code) {
        return "'extension':[{'url':'" + Fhir.CONTROL + "','valueCodeableConcept':{'coding':[{'code':'" + code
                + "'}]}}]";
    }

    private static String when(String answer) {
        return "'enableWhen':[{'question':'c','operator':'='," + answer + "}]";
    }

    @ParameterizedTest
    @CsvSource({"string,text", "text,text", "display,text", "integer,text", "group,text", "choice,text"})
    void a_translation_without_a_text_is_the_text(String type, String field) {
        String inside = type.equals("group") ? ",'item':[" + NAME + "]" : type.equals("choice") ? "," + TWO : "";
        String item = "{'linkId':'x','type':'" + type + "','_" + field + "':{'extension':[" + TRANSLATION + "]}"
                + inside + "}";
        Reading.Read read = type.equals("group") ? read(item) : read(NAME, item);
        assertThat(item(read, "x").text().texts()).isEqualTo(Map.of(Language.NN, "NYNORSK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "text", "display", "boolean", "integer"})
    void a_text_without_letters_and_with_an_unknown_extension_is_absent_and_told(String type) {
        Reading.Read read = read(
                NAME,
                "{'linkId':'x','type':'" + type + "','_text':{'extension':[{'url':'http://a','valueCode':'b'}]}}");
        assertThat(kinds(read, "x")).contains(Kind.NO_TEXT);
    }

    @Test
    void answers_of_any_type_keep_their_translations() {
        for (String answer : List.of(
                "'valueString':'Tog','_valueString'",
                "'valueInteger':3,'_valueInteger'",
                "'valueDate':'2026-01-01','_valueDate'",
                "'valueTime':'12:00:00','_valueTime'")) {
            Reading.Read read = read("{'linkId':'x','type':'choice','text':'Hva?','answerOption':[{" + answer
                    + ":{'extension':[" + TRANSLATION + "]}},{'valueString':'To'}]}");
            assertThat(((Item.SingleChoice) item(read, "x"))
                            .options()
                            .getFirst()
                            .text()
                            .texts())
                    .as(answer)
                    .containsEntry(Language.NN, "NYNORSK")
                    .containsKey(Language.NB);
        }
        Reading.Read only = read("{'linkId':'x','type':'choice','text':'Hva?','answerOption':[{'_valueString':"
                + "{'extension':[" + TRANSLATION + "]}},{'valueCoding':{'code':'a','_display':{'extension':["
                + TRANSLATION + "]}}}]}");
        assertThat(((Item.SingleChoice) item(only, "x")).options())
                .allSatisfy(it -> assertThat(it.text().texts()).isEqualTo(Map.of(Language.NN, "NYNORSK")));
    }

    @Test
    void designations_are_translations_and_what_they_cannot_be_is_told_as_are_weights() {
        String concept = "{'code':'1','display':'Tog','extension':[" + ORDINAL
                + "],'designation':[{'language':'nn','value':'Toget'},{'language':'se','value':'Toga'},"
                + "{'use':{'code':'synonym'},'value':'Jernbane'}]},{'code':'2','display':'Buss'}";
        for (String set : List.of(
                "'compose':{'include':[{'system':'urn:a','concept':[" + concept + "]}]}",
                "'expansion':{'contains':[" + concept + "]}")) {
            Reading.Read read = Workbench.taken(form(
                    "'contained':[{'resourceType':'ValueSet','id':'v'," + set + "}],",
                    "{'linkId':'c','type':'choice','text':'Hva?','answerValueSet':'#v'}"));
            assertThat(((Item.SingleChoice) item(read, "c"))
                            .options()
                            .getFirst()
                            .text()
                            .texts())
                    .isEqualTo(Map.of(Language.NB, "Tog", Language.NN, "Toget"));
            assertThat(Workbench.entry(read, "c").notes())
                    .contains(
                            Note.of(Kind.TRANSLATION, "se"),
                            Note.of(Kind.DESIGNATION, "Jernbane"),
                            Note.of(Kind.EXTENSION, Fhir.ORDINAL));
        }
    }

    @Test
    void weights_on_any_answer_are_told() {
        Reading.Read read = read("{'linkId':'c','type':'choice','text':'Hva?','answerOption':[{'extension':[" + ORDINAL
                + "],'valueString':'A'},{'valueString':'B','_valueString':{'extension':[{'url':'http://vekt'}]}}]}");
        assertThat(Workbench.entry(read, "c").notes())
                .contains(Note.of(Kind.EXTENSION, Fhir.ORDINAL), Note.of(Kind.EXTENSION, "http://vekt"));
    }

    @Test
    void a_value_set_out_of_reach_says_why() {
        String asks = "{'linkId':'c','type':'choice','text':'Hva?','answerValueSet':'#v'}";
        String set = "'contained':[{'resourceType':'ValueSet','id':'v',SET}],";
        assertThat(kinds(
                        Workbench.taken(form(
                                set.replace("SET", "'compose':{'include':[{'system':'http://snomed.info/sct'}]}"),
                                NAME,
                                asks)),
                        "c"))
                .contains(Kind.VALUE_SET_RULE);
        assertThat(kinds(Workbench.taken(form("", NAME, asks)), "c")).contains(Kind.VALUE_SET);
        String many = "{'code':'a','display':'A'},".repeat(301);
        assertThat(kinds(
                        Workbench.taken(form(
                                set.replace(
                                        "SET",
                                        "'expansion':{'contains':[" + many.substring(0, many.length() - 1) + "]}"),
                                NAME,
                                asks)),
                        "c"))
                .contains(Kind.VALUE_SET_LONG);
        Reading.Read part = Workbench.taken(form(
                set.replace(
                        "SET",
                        "'expansion':{'total':9,'contains':[{'abstract':true,'code':'o','display':'Over','contains':["
                                + "{'code':'a','display':'A'},{'code':'b','display':'B'}]}]}"),
                asks));
        assertThat(((Item.SingleChoice) item(part, "c")).options())
                .extracting(Item.Option::code)
                .containsExactly("a", "b");
        assertThat(Workbench.entry(part, "c").notes()).contains(Note.of(Kind.VALUE_SET_PART, 2));
    }

    @Test
    void two_answers_with_one_code_are_two_in_a_value_set_too() {
        String asks = "{'linkId':'c','type':'choice','text':'Hva?','answerValueSet':'#v'}";
        String set =
                "'contained':[{'resourceType':'ValueSet','id':'v','compose':{'include':[{'system':'urn:a','concept':"
                        + "[{'code':'1','display':'Tog'}]},{'system':'urn:b','concept':[{'code':'1','display':'Buss'}]}]}}],";
        String text = "{'linkId':'t','type':'string','text':'Mer?',WHEN}";
        assertThat(shown(set, asks, text.replace("WHEN", when("'answerCoding':{'system':'urn:b','code':'1'}"))))
                .isEqualTo(new Condition.AnyOf("c", Set.of("1-2")));
        assertThat(shown(set, asks, text.replace("WHEN", when("'answerCoding':{'system':'urn:a','code':'1'}"))))
                .isEqualTo(new Condition.AnyOf("c", Set.of("1")));
        for (String vague : List.of("{'code':'1'}", "{'system':'urn:c','code':'1'}", "{'_code':{'id':'x'}}")) {
            Reading.Read read = Workbench.taken(form(set, asks, text.replace("WHEN", when("'answerCoding':" + vague))));
            assertThat(item(read, "t").shown()).isEqualTo(Condition.ALWAYS);
            assertThat(kinds(read, "t")).contains(Kind.CONDITION);
        }
    }

    private static Condition shown(String more, String... items) {
        return item(Workbench.taken(form(more, items)), "t").shown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "flyover", "prompt", "highlight", "sidebar", "inline"})
    void help_and_information_of_any_type_are_no_questions(String control) {
        for (String type : List.of("text", "string", "display")) {
            String info = "{'linkId':'i','type':'" + type + "','text':'Hjelp'," + control(control) + "}";
            Reading.Read apart = read(NAME, info);
            assertThat(item(apart, "i")).isInstanceOf(Item.Information.class);
            Reading.Read below = read("{'linkId':'n','type':'string','text':'Navn','item':[" + info + "]}");
            boolean hint = FhirWording.HINTS.contains(control);
            assertThat(question(below, "n").hint().isPresent()).isEqualTo(hint);
            assertThat(below.questionnaire().items()).hasSize(hint ? 1 : 2);
        }
    }

    @Test
    void a_help_that_is_markdown_only_is_a_hint_and_goes_with_its_question() {
        String help =
                "{'linkId':'h','type':'text','required':false,'repeats':false,'readOnly':true,'maxLength':250,'_text':"
                        + "{'extension':[{'url':'" + Fhir.MARKDOWN + "','valueMarkdown':'En **god** hjelp.'}]},"
                        + control("help") + "}";
        Reading.Read kept = read("{'linkId':'n','type':'string','text':'Navn','item':[" + help + "]}");
        assertThat(question(kept, "n").hint().orElseThrow().texts()).isEqualTo(Map.of(Language.NB, "En god hjelp."));
        assertThat(kinds(kept, "h")).containsExactly(Kind.FORMATTING, Kind.MISSING_LANGUAGE);
        Reading.Read lost = read(NAME, "{'linkId':'v','type':'attachment','text':'Vedlegg','item':[" + help + "]}");
        assertThat(lost.questionnaire().items()).hasSize(1);
        assertThat(kinds(lost, "h")).containsExactly(Kind.HELP_LEFT_OUT);
    }

    @Test
    void what_only_informs_is_no_questionnaire() {
        assertThat(Workbench.read(form("", "{'linkId':'i','type':'display','text':'Bare tekst'}")))
                .isEqualTo(Reading.Refused.because(Reading.Reason.NO_QUESTIONS));
    }

    @Test
    void what_nobody_can_answer_is_a_text_or_left_out() {
        Reading.Read read = read(
                NAME,
                "{'linkId':'t','type':'text','readOnly':true,'text':'Til opplysning'}",
                "{'linkId':'s','type':'integer','readOnly':true,'text':'Sum'}",
                "{'linkId':'e','type':'string','readOnly':true,'text':'Født','initial':[{'valueString':'x'}]}",
                "{'linkId':'f','type':'string','readOnly':true,'text':'Født','extension':[{'url':"
                        + "'http://ehelse.no/fhir/StructureDefinition/sdf-fhirpath','valueString':'x'}]}");
        assertThat(item(read, "t")).isInstanceOf(Item.Information.class);
        assertThat(kinds(read, "t")).contains(Kind.READ_ONLY_TEXT);
        assertThat(kinds(read, "s")).contains(Kind.READ_ONLY);
        assertThat(kinds(read, "e")).contains(Kind.READ_ONLY);
        assertThat(kinds(read, "f")).contains(Kind.READ_ONLY);
    }

    @Test
    void a_required_question_under_a_question_is_not_asked_of_everybody() {
        String below = "{'linkId':'b','type':'string','required':true,'text':'Mer?'}";
        Reading.Read read = read("{'linkId':'c','type':'boolean','text':'Er det?','item':[" + below + "]}");
        assertThat(item(read, "b").shown()).isEqualTo(new Condition.Answered("c"));
        Reading.Read deep = read("{'linkId':'c','type':'boolean','text':'Er det?','item':[{'linkId':'g','type':'group',"
                + "'text':'G','item':[" + below + "]}]}");
        assertThat(item(deep, "b").shown()).isEqualTo(new Condition.Answered("c"));
        Reading.Read lost = read(NAME, "{'linkId':'c','type':'date','text':'Når?','item':[" + below + "]}");
        assertThat(question(lost, "b").required()).isEqualTo(Condition.NEVER);
        assertThat(kinds(lost, "b")).contains(Kind.PARENT_LEFT_OUT, Kind.OPTIONAL);
    }

    @Test
    void who_is_asked_because_a_rule_was_lost_need_not_answer() {
        String lost = "'enableWhen':[{'question':'borte','operator':'=','answerCoding':{'code':'1'}}]";
        Reading.Read read = read(
                "{'linkId':'b','type':'string','required':true,'text':'Mer?'," + lost + "}",
                "{'linkId':'g','type':'group','text':'G'," + lost
                        + ",'item':[{'linkId':'d','type':'string','required':true,'text':'Mer?'}]}",
                "{'linkId':'f','type':'string','required':true,'text':'Mer?','extension':[{'url':"
                        + "'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'}]}");
        for (String code : List.of("b", "d", "f")) {
            assertThat(question(read, code).required()).as(code).isEqualTo(Condition.NEVER);
            assertThat(kinds(read, code)).contains(Kind.OPTIONAL);
        }
    }

    @Test
    void extensions_without_an_address_are_told_as_such_and_never_as_null() {
        Reading.Read read = read(
                "{'linkId':'n','type':'string','text':'Navn','extension':[{'valueString':'x'}]}",
                "{'linkId':'m','type':'string','text':'Navn','modifierExtension':[{'valueString':'x'}]}",
                "{'linkId':'c','type':'choice','text':'Hva?','answerOption':[{'extension':[{'valueCode':'x'}],"
                        + "'valueString':'A'},{'valueString':'B'},{}]}");
        assertThat(kinds(read, "n")).contains(Kind.EXTENSION_UNNAMED);
        assertThat(kinds(read, "c")).contains(Kind.EXTENSION_UNNAMED, Kind.OPTION_TEXT);
        assertThat(read.report().entries())
                .allSatisfy(it -> assertThat(it.notes())
                        .noneMatch(note -> note.arguments().contains("null")));
    }

    @Test
    void grids_go_out_with_the_code_for_questions_as_rows() {
        String rows =
                "[{'linkId':'g.1','type':'choice','text':'En',OPT},{'linkId':'g.2','type':'choice','text':'To',OPT}]"
                        .replace(
                                "OPT",
                                "'answerOption':[{'valueCoding':{'code':'1','display':'A'}},"
                                        + "{'valueCoding':{'code':'2','display':'B'}},{'valueCoding':{'code':'3','display':'C'}}]");
        for (String control : List.of("htable", "gtable", "table")) {
            Reading.Read read =
                    read("{'linkId':'g','type':'group','text':'G'," + control(control) + ",'item':" + rows + "}");
            assertThat(item(read, "g")).isInstanceOf(Item.LikertGrid.class);
            assertThat(Workbench.FHIR.write(read.questionnaire(), true).json())
                    .contains("\"htable\"")
                    .doesNotContain("gtable");
        }
    }

    @Test
    void several_questionnaires_that_are_not_one_are_refused_by_name_and_other_languages_are_told() {
        String one = form("'id':'a',", NAME);
        String other = one.replace("\"T\"", "\"U\"");
        assertThat(Workbench.read(bundle(one, other)))
                .isEqualTo(Reading.Refused.because(Reading.Reason.SEVERAL, "T, U"));
        assertThat(Workbench.read(bundle(one, other.replace("\"nb\"", "\"nn\"").replace("\"n\"", "\"x\""))))
                .isEqualTo(Reading.Refused.because(Reading.Reason.SEVERAL, "T, U"));
        assertThat(Workbench.read(bundle("{\"resourceType\":\"Patient\"}")))
                .isEqualTo(Reading.Refused.because(Reading.Reason.OTHER_TYPE, "Bundle"));
        Reading.Read read =
                Workbench.taken(bundle(one, other.replace("\"nb\"", "\"se-NO\""), "{\"resourceType\":\"CodeSystem\"}"));
        assertThat(read.report().whole().notes())
                .contains(Note.of(Kind.LANGUAGE_LEFT_OUT, "se-NO"), Note.of(Kind.RESOURCE, "CodeSystem"));
    }

    @Test
    void what_differs_between_the_languages_is_told() {
        String one = form("", CHOICE, NAME);
        String other = form(
                        "",
                        CHOICE.replace("'code':'2'", "'code':'9'"),
                        NAME.replace("'Navn'", "'Namn','required':true"),
                        "{'linkId':'z','type':'string','text':'Meir'}")
                .replace("\"nb\"", "\"nn\"");
        Reading.Read read = Workbench.taken(bundle(one, other));
        assertThat(Workbench.entry(read, "c").notes()).contains(Note.of(Kind.VERSION_DIFFERS, "nn", "answerOption"));
        assertThat(Workbench.entry(read, "n").notes()).contains(Note.of(Kind.VERSION_DIFFERS, "nn", "required"));
        assertThat(read.report().whole().notes()).contains(Note.of(Kind.ONLY_IN, "nn", "Meir (z)"));
        assertThat(item(read, "n").text().texts()).isEqualTo(Map.of(Language.NB, "Navn", Language.NN, "Namn"));
    }

    private static String bundle(String... resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                + String.join("},{\"resource\":", resources) + "}]}";
    }
}
